package io.trunkline.bench.subject;

import io.trunkline.cli.bench.DataFiles;
import io.trunkline.model.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** MASSIVE's English utterances and TREC's questions, and of each what it is asked for. */
public final class Questions {
  /** A data set and the tasks that its texts are labelled for. */
  public enum Source {
    /** Utterances. */
    MASSIVE("massive/en-US.%s.jsonl", List.of("intent", "scenario")),
    /** Questions. */
    TREC("trec/%s.jsonl", List.of("type", "subtype"));

    private final String file;
    private final List<String> tasks;

    Source(String file, List<String> tasks) {
      this.file = file;
      this.tasks = tasks;
    }

    /** The tasks. */
    public List<String> tasks() {
      return tasks;
    }
  }

  private final Path directory;
  private final DataFiles files;

  /**
   * Those of a folder of data sets.
   *
   * @throws io.trunkline.model.InvalidInputException if there is no such folder
   */
  public Questions(Path directory) {
    this.directory = directory;
    files = new DataFiles(directory);
  }

  /** The folder that the data sets lie in. */
  public Path directory() {
    return directory;
  }

  /** The examples of a source that are learnt from. */
  public List<Example> train(Source source) throws IOException {
    return read(source, "train");
  }

  /** The examples of a source that models are judged by. */
  public List<Example> test(Source source) throws IOException {
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
    return files.read(List.of(source.file.formatted(part)), Set.copyOf(source.tasks));
  }
}
