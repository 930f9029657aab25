package io.trunkline.cli.bench.learning;

import io.trunkline.model.Example;
import io.trunkline.model.data.ExampleReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * MASSIVE's intents in some language.
 *
 * @param data the folder that the data sets lie in
 */
record Massive(Path data) {
  static final String TASK = "intent";
  static final String ENGLISH = "en-US";
  static final String CHINESE = "zh-CN";

  /**
   * Examples of a language.
   *
   * @param part train, dev or test
   */
  List<Example> read(String language, String part) throws IOException {
    Path file = data.resolve("massive").resolve("%s.%s.jsonl".formatted(language, part));
    return Students.of(TASK, ExampleReader.read(file, warning -> {}));
  }
}
