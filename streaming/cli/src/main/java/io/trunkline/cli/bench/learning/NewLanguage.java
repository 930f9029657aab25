package io.trunkline.cli.bench.learning;

import io.trunkline.model.Example;
import io.trunkline.model.Model;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A new language: a model of English intents and scenarios meets Chinese questions, and one in five
 * is corrected, for both tasks. In the end it is compared with a linear classifier trained on the
 * Chinese examples that it learnt, and in English with itself as it began; and so are the same
 * without replay and without gate.
 */
final class NewLanguage {
  private static final double CORRECTED = 0.2;
  private static final int DELAY = 50;

  /** For both tasks. */
  static final Set<String> TASKS = Set.of(Massive.TASK, Massive.SCENARIO);

  private static final int ROUND = 1000 * TASKS.size();

  /**
   * How one way of learning went; accuracies are fractions of 1.
   *
   * @param chineseByVersion of every version that served
   */
  record Run(
      int corrections,
      int learnt,
      int rounds,
      List<Double> englishByVersion,
      List<Double> chineseByVersion) {
    double english() {
      return englishByVersion.get(englishByVersion.size() - 1);
    }

    double chinese() {
      return chineseByVersion.get(chineseByVersion.size() - 1);
    }
  }

  /**
   * What came of it.
   *
   * @param linear the linear classifier's Chinese accuracy
   * @param aboveLinear points of a hundred above it, in Chinese
   * @param english points of a hundred gained, or lost, in English
   */
  record Result(
      long seed, double linear, Map<String, Run> runs, double aboveLinear, double english) {}

  private final List<Example> stream;
  private final List<Example> englishTest;
  private final List<Example> chineseTest;

  NewLanguage(Massive massive) throws IOException {
    stream = massive.read(Massive.CHINESE, "train", TASKS);
    englishTest = massive.read(Massive.ENGLISH, "test");
    chineseTest = massive.read(Massive.CHINESE, "test");
  }

  /**
   * Runs it.
   *
   * @param start the model of English intents and scenarios
   * @param beside whether to run it without replay and without gate too
   */
  Result run(Path directory, Model start, long seed, boolean beside, PrintWriter progress)
      throws Exception {
    LabSettings usual = LabSettings.rounds(ROUND);
    Map<String, Run> runs = new TreeMap<>();
    progress.printf("new language, seed %d%n", seed);
    Course.Outcome whole = outcome(directory.resolve("whole"), start, usual, seed, progress);
    runs.put("whole", run(whole));
    if (beside) {
      progress.println("new language without replay");
      runs.put(
          "withoutReplay",
          run(
              outcome(
                  directory.resolve("without-replay"),
                  start,
                  // The gate would refuse most of what forgets.
                  usual.withoutReplay().withoutGate(),
                  seed,
                  progress)));
      progress.println("new language without gate");
      runs.put(
          "withoutGate",
          run(
              outcome(
                  directory.resolve("without-gate"), start, usual.withoutGate(), seed, progress)));
    }
    double linear = LinearFloor.train(Massive.TASK, whole.learnt()).accuracy(chineseTest);
    Run run = run(whole);
    return new Result(
        seed,
        linear,
        runs,
        100 * (run.chinese() - linear),
        100 * (run.english() - run.englishByVersion().get(0)));
  }

  private Course.Outcome outcome(
      Path directory, Model start, LabSettings settings, long seed, PrintWriter progress)
      throws Exception {
    Course.Outcome outcome =
        new Course(settings, TASKS, CORRECTED, DELAY).run(directory, start, stream, seed, progress);
    Run run = run(outcome);
    progress.printf(Locale.ROOT, "  zh %.1f, en %.1f%n", 100 * run.chinese(), 100 * run.english());
    progress.flush();
    return outcome;
  }

  private Run run(Course.Outcome outcome) {
    return new Run(
        outcome.corrections(),
        outcome.learnt().size(),
        outcome.rounds(),
        accuracies(outcome.versions(), englishTest),
        accuracies(outcome.versions(), chineseTest));
  }

  private static List<Double> accuracies(List<Model> versions, List<Example> test) {
    return versions.stream()
        .map(version -> Students.accuracy(Massive.TASK, version, test))
        .toList();
  }
}
