package io.trunkline.model.training;

import io.trunkline.model.Calibration;
import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Task;
import io.trunkline.model.decoding.Decoder;
import io.trunkline.model.evaluation.DevAnswer;
import io.trunkline.model.evaluation.Metrics;
import io.trunkline.model.evaluation.TaskScore;
import io.trunkline.model.network.Network;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.TextEncoder;
import io.trunkline.model.text.Token;
import io.trunkline.model.text.Tokenizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The examples that an epoch is chosen by and answers are calibrated on. */
final class DevSet {
  private static final int BATCH = 128;

  private final List<Task> tasks;
  private final Predicate<Task> learns;
  private final List<DevText> texts = new ArrayList<>();

  private record DevText(Example example, List<Token> tokens, EncodedText encoded) {}

  /**
   * Prepares the examples.
   *
   * @param warning hears of labels that train lacks
   */
  DevSet(Start start, List<Example> dev, Consumer<String> warning) {
    tasks = start.spec().tasks();
    learns = start::learns;
    TextEncoder encoder = start.encoder();
    for (Example example : dev) {
      List<Token> tokens = Tokenizer.tokenize(example.text());
      texts.add(new DevText(example, tokens, encoder.encode(example.input())));
    }
    tasks.stream().filter(start::learns).forEach(task -> warnOfUnheard(task, dev, warning));
  }

  /** How many texts have an answer to compare: a value of a task that learns. */
  int size() {
    return (int) texts.stream().filter(text -> isCompared(text.example())).count();
  }

  private boolean isCompared(Example example) {
    return tasks.stream()
        .anyMatch(task -> learns.test(task) && example.labels().containsKey(task.name()));
  }

  /** What a network says, by task that learns and has a labelled example. */
  Map<Task, List<DevAnswer>> answers(Network network) {
    Map<Task, List<DevAnswer>> answers = new LinkedHashMap<>();
    for (int from = 0; from < texts.size(); from += BATCH) {
      List<DevText> batch = texts.subList(from, Math.min(from + BATCH, texts.size()));
      List<float[][]> outputs = network.logits(batch.stream().map(DevText::encoded).toList());
      for (int task = 0; task < tasks.size(); task++) {
        for (int i = 0; i < batch.size(); i++) {
          add(tasks.get(task), batch.get(i), outputs.get(task)[i], answers);
        }
      }
    }
    return answers;
  }

  /** How good answers to a task are. */
  static TaskScore score(Task task, Calibration calibration, List<DevAnswer> answers) {
    Decoder decoder = Decoder.of(task, calibration);
    Metrics metrics = Metrics.of(task.kind());
    for (DevAnswer answer : answers) {
      metrics.add(answer.right(), decoder.decode(answer.outputs(), answer.tokens()));
    }
    return metrics.score();
  }

  private void add(Task task, DevText text, float[] outputs, Map<Task, List<DevAnswer>> answers) {
    LabelValue right = Tasks.value(task, text.example());
    if (right != null && learns.test(task)) {
      answers
          .computeIfAbsent(task, unseen -> new ArrayList<>())
          .add(new DevAnswer(outputs, text.tokens(), right));
    }
  }

  private static void warnOfUnheard(Task task, List<Example> dev, Consumer<String> warning) {
    Targets targets = new Targets(task, Calibration.NONE);
    TreeSet<String> unheard = new TreeSet<>();
    dev.forEach(example -> unheard.addAll(targets.unheard(example)));
    unheard.forEach(
        label ->
            warning.accept(
                "dev has label %s of task %s, which train lacks: it counts as wrong"
                    .formatted(label, task.name())));
  }
}
