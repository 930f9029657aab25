package io.trunkline.cli.bench.learning;

import io.trunkline.model.Example;
import io.trunkline.model.data.ExampleReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * MASSIVE's intents in some language, and the scenarios that they belong to.
 *
 * @param data the folder that the data sets lie in
 */
record Massive(Path data) {
  static final String TASK = "intent";
  static final String SCENARIO = "scenario";
  static final String ENGLISH = "en-US";
  static final String CHINESE = "zh-CN";

  /**
   * Examples of a language, labelled with their intents.
   *
   * @param part train, dev or test
   */
  List<Example> read(String language, String part) throws IOException {
    return read(language, part, Set.of(TASK));
  }

  /** The same, labelled for these tasks. */
  List<Example> read(String language, String part, Set<String> tasks) throws IOException {
    Path file = data.resolve("massive").resolve("%s.%s.jsonl".formatted(language, part));
    return Students.of(tasks, ExampleReader.read(file, warning -> {}));
  }
}
