package io.trunkline.cli.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Data that is learnt in a moment: which pet a text speaks of, and in which language. */
final class Pets {
  /** A network so small that training takes a second. */
  private static final String CONFIG =
      """
      features: {wideRows: 4096}
      words: {minCount: 1}
      network: {wideSize: 16, wordSize: 8, kernels: {parallel: [2]}, filters: 8}
      schedule: {epochs: 12, batchSize: 4, learningRate: 0.02}
      """;

  private Pets() {}

  static Path data(Path directory, String name) throws IOException {
    StringBuilder lines = new StringBuilder();
    String[] verbs = {"sleeps", "eats", "runs", "drinks", "plays", "hides"};
    String[] chinese = {"睡觉", "吃饭", "跑步", "喝水", "玩耍", "躲藏"};
    for (int i = 0; i < verbs.length; i++) {
      add(lines, "the cat " + verbs[i], "cat", "en");
      add(lines, "my dog " + verbs[i], "dog", "en");
      add(lines, "猫" + chinese[i], "cat", "zh");
      add(lines, "狗" + chinese[i], "dog", "zh");
    }
    return Files.writeString(directory.resolve(name), lines.toString());
  }

  static Path config(Path directory) throws IOException {
    return Files.writeString(directory.resolve("small.yaml"), CONFIG);
  }

  private static void add(StringBuilder lines, String text, String pet, String language) {
    lines
        .append("{\"id\": \"%s\", \"text\": \"%s\", ".formatted(text.hashCode(), text))
        .append("\"labels\": {\"pet\": \"%s\", \"language\": \"%s\"}}\n".formatted(pet, language));
  }
}
