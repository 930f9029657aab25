package io.trunkline.cli.bench;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.data.ExampleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The folder that the data sets lie in. */
public final class DataFiles {
  private final Path directory;

  /**
   * Opens a folder.
   *
   * @throws InvalidInputException if there is none
   */
  public DataFiles(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new InvalidInputException(
          "--data %s: there is no such directory, expected the data sets' folder"
              .formatted(directory));
    }
    this.directory = directory;
  }

  /** The trainings of a study with one seed. */
  List<Training> trainings(Study study, boolean apart, long seed) throws IOException {
    List<Example> train = only(study, read(study.train()));
    if (study.folds() > 0) {
      return folds(study, apart, seed, train);
    }
    List<List<Example>> tests = new ArrayList<>();
    for (String file : study.test()) {
      tests.add(only(study, read(List.of(file))));
    }
    return List.of(
        new Training(study.name(), apart, "", seed, train, only(study, read(study.dev())), tests));
  }

  /** The examples of some files that are labelled for some tasks, without their other labels. */
  public List<Example> read(List<String> files, Set<String> tasks) throws IOException {
    return Training.only(tasks, read(files));
  }

  /** The examples of some files. */
  List<Example> read(List<String> files) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (String file : files) {
      examples.addAll(ExampleReader.read(directory.resolve(file)));
    }
    return examples;
  }

  private static List<Training> folds(
      Study study, boolean apart, long seed, List<Example> examples) {
    List<Training> trainings = new ArrayList<>();
    for (int fold = 0; fold < study.folds(); fold++) {
      List<Example> train = new ArrayList<>();
      List<Example> test = new ArrayList<>();
      for (int i = 0; i < examples.size(); i++) {
        (i % study.folds() == fold ? test : train).add(examples.get(i));
      }
      trainings.add(
          new Training(study.name(), apart, "fold-" + fold, seed, train, List.of(), List.of(test)));
    }
    return trainings;
  }

  private static List<Example> only(Study study, List<Example> examples) {
    return study.tasks().isEmpty()
        ? examples
        : Training.only(new HashSet<>(study.tasks()), examples);
  }
}
