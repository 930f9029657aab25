package io.trunkline.bench.tagging;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.data.ExampleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * MASSIVE's English utterances and TREC's questions, and of each what it is asked for.
 *
 * @param directory the folder that the data sets lie in
 */
public record Questions(Path directory) {
  /** A data set and the tasks that its texts are labelled for. */
  enum Source {
    MASSIVE("massive/en-US.%s.jsonl", List.of("intent", "scenario")),
    TREC("trec/%s.jsonl", List.of("type", "subtype"));

    private final String file;
    private final List<String> tasks;

    Source(String file, List<String> tasks) {
      this.file = file;
      this.tasks = tasks;
    }

    List<String> tasks() {
      return tasks;
    }
  }

  public Questions {
    if (!Files.isDirectory(directory)) {
      throw new InvalidInputException(
          "--data %s: there is no such directory, expected the data sets' folder"
              .formatted(directory));
    }
  }

  /** The examples of a source that are learnt from. */
  List<Example> train(Source source) throws IOException {
    return read(source, "train");
  }

  /** The examples of a source that models are judged by. */
  List<Example> test(Source source) throws IOException {
    return read(source, "test");
  }

  /** Those of all sources that models learn from. */
  public List<Example> train() throws IOException {
    List<Example> all = new ArrayList<>();
    for (Source source : Source.values()) {
      all.addAll(train(source));
    }
    return all;
  }

  /** Those of all sources that models are judged by, one source after the other. */
  public List<Example> test() throws IOException {
    List<Example> all = new ArrayList<>();
    for (Source source : Source.values()) {
      all.addAll(test(source));
    }
    return all;
  }

  private List<Example> read(Source source, String part) throws IOException {
    return ExampleReader.read(directory.resolve(source.file.formatted(part))).stream()
        .map(example -> only(Set.copyOf(source.tasks), example))
        .toList();
  }

  private static Example only(Set<String> tasks, Example example) {
    Map<String, LabelValue> labels = new LinkedHashMap<>(example.labels());
    labels.keySet().retainAll(tasks);
    return new Example(example.id(), example.text(), example.attributes(), labels);
  }
}
