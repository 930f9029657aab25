package io.trunkline.bench.tagging;

import io.trunkline.bench.Contestant;
import io.trunkline.bench.subject.Questions.Source;
import io.trunkline.model.Example;
import java.util.List;
import java.util.Map;

/** fastText, asked of each text for the tasks of its own data set; it reaches texts a second. */
final class FastTextContestant implements Contestant {
  private final FastText fastText;
  private final Map<Source, List<Example>> examples;
  private int labels;

  FastTextContestant(FastText fastText, Map<Source, List<Example>> examples) {
    this.fastText = fastText;
    this.examples = examples;
  }

  @Override
  public String name() {
    return "fasttext";
  }

  @Override
  public double round() {
    int texts = examples.values().stream().mapToInt(List::size).sum();
    return TextsPerSecond.measure(texts, this::labelAll);
  }

  private void labelAll() {
    examples.forEach(
        (source, asked) -> {
          for (Example example : asked) {
            for (String task : source.tasks()) {
              labels += fastText.classify(task, example.text()).length();
            }
          }
        });
  }

  @Override
  public String toString() {
    return name() + ", " + labels + " characters of labels";
  }
}
