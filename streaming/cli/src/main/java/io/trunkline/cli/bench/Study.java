package io.trunkline.cli.bench;

import java.util.List;

/**
 * A data set, how it is divided, and what is to be reached on it.
 *
 * @param name what it is called
 * @param train files to learn from
 * @param dev files to choose the epoch by; empty: the trainer sets examples aside
 * @param test files to be judged by, each by itself; the figures are their mean
 * @param folds if above 0, {@code test} is not used: each of so many parts of train is the test set
 *     of a model that learns from the others
 * @param tasks what is learnt; empty: all that the data has
 * @param bars what is to be reached
 */
record Study(
    String name,
    List<String> train,
    List<String> dev,
    List<String> test,
    int folds,
    List<String> tasks,
    List<Bar> bars) {
  private static final List<String> LANGUAGES =
      List.of("en-US", "zh-CN", "de-DE", "es-ES", "fr-FR", "ja-JP");

  /** All studies. The floors are facts from the project's research, not measured here. */
  static final List<Study> ALL =
      List.of(
          trec("trec", 0, new Bar("type", 90.8, 91.0), new Bar("subtype", 83.4, 84.0)),
          trec("trec-10-fold", 10, new Bar("type", 86.8, 87.5), new Bar("subtype", 81.4, 82.0)),
          massive(
              "massive-en",
              List.of("en-US"),
              List.of("intent", "scenario", "slots"),
              new Bar("intent", 85.6, 87.0),
              new Bar("scenario", 90.2, 90.5),
              new Bar("slots", Double.NaN, 65)),
          massive(
              "massive-zh",
              List.of("zh-CN"),
              List.of("intent", "scenario", "slots"),
              new Bar("intent", 83.5, 84.5)),
          massive("massive-six", LANGUAGES, List.of(), new Bar("intent", 84.0, 84.6)),
          new Study(
              "trivia",
              List.of("trivia/train.jsonl"),
              List.of("trivia/dev.jsonl"),
              List.of("trivia/test.jsonl"),
              0,
              List.of(),
              List.of(new Bar("subject", 86.7, 87.5))),
          new Study(
              "mtl16",
              List.of("mtl16/train.jsonl"),
              List.of(),
              List.of("mtl16/test.jsonl"),
              0,
              List.of(),
              List.of(new Bar(Bar.MEAN, 87.8, 87.8))));

  /** Each of so many parts of a file is the test set of a model that learns from the others. */
  static Study folds(String name, String train, int folds) {
    return new Study(name, List.of(train), List.of(), List.of(), folds, List.of(), List.of());
  }

  private static Study trec(String name, int folds, Bar... bars) {
    return new Study(
        name,
        List.of("trec/train.jsonl"),
        List.of(),
        List.of("trec/test.jsonl"),
        folds,
        List.of(),
        List.of(bars));
  }

  private static Study massive(
      String name, List<String> languages, List<String> tasks, Bar... bars) {
    return new Study(
        name,
        files(languages, "train"),
        files(languages, "dev"),
        files(languages, "test"),
        0,
        tasks,
        List.of(bars));
  }

  private static List<String> files(List<String> languages, String part) {
    return languages.stream()
        .map(language -> "massive/%s.%s.jsonl".formatted(language, part))
        .toList();
  }
}
