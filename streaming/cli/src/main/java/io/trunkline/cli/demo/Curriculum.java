package io.trunkline.cli.demo;

import io.trunkline.model.Example;
import io.trunkline.model.data.ExampleReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a demo's first model is trained on and what is asked of it. Where it is to learn from
 * feedback it begins with a third of the training examples, and the others are asked too: so there
 * is something to learn, and questions seldom come twice.
 *
 * @param learns whether it learns from feedback
 */
record Curriculum(boolean learns) {
  private static final int PART = 3;

  /** What the first model is trained on. */
  List<Example> first(List<Example> train) {
    return learns ? everyThird(train, true) : train;
  }

  /** What is asked. */
  List<Example> questions(Path train, Path stream) throws IOException {
    List<Example> questions = new ArrayList<>(ExampleReader.read(stream));
    if (learns) {
      questions.addAll(everyThird(ExampleReader.read(train), false));
    }
    return questions;
  }

  private static List<Example> everyThird(List<Example> examples, boolean among) {
    List<Example> chosen = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      if ((i % PART == 0) == among) {
        chosen.add(examples.get(i));
      }
    }
    return chosen;
  }
}
