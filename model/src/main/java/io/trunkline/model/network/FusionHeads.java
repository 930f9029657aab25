package io.trunkline.model.network;

import io.trunkline.model.Model;
import io.trunkline.model.Task;
import io.trunkline.model.decoding.Probabilities;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The heads that read what other heads say. They are small: plain loops do. */
final class FusionHeads {
  private final List<Task> tasks;
  private final float[] dense;
  private final List<Head> heads = new ArrayList<>();

  /**
   * Of a task that reads others.
   *
   * @param reads their places
   */
  private record Head(int task, List<Integer> reads, Segment fusion, Segment output) {}

  FusionHeads(Model model) {
    tasks = model.spec().tasks();
    dense = model.dense();
    Layout layout = Layout.of(model.spec());
    Set<Integer> known = new HashSet<>();
    for (int task = 0; task < tasks.size(); task++) {
      add(task, layout, known);
    }
  }

  /** Adds a task's head behind those of the tasks that it reads. */
  private void add(int task, Layout layout, Set<Integer> known) {
    if (!Heads.isFusion(tasks.get(task)) || !known.add(task)) {
      return;
    }
    List<Integer> reads = new ArrayList<>();
    for (String name : tasks.get(task).reads()) {
      int other = Heads.place(tasks, name);
      add(other, layout, known);
      reads.add(other);
    }
    heads.add(
        new Head(
            task,
            reads,
            layout.segment(TrunkGraph.fusion(task)),
            layout.segment(TrunkGraph.head(task))));
  }

  /** Adds what they say to what the others do. */
  void add(Logits logits) {
    for (Head head : heads) {
      for (int text = 0; text < logits.texts(); text++) {
        float[] said = said(head, text, logits);
        System.arraycopy(said, 0, logits.row(text), logits.start(text, head.task), said.length);
      }
    }
  }

  private float[] said(Head head, int text, Logits logits) {
    float[] read = new float[0];
    for (int other : head.reads) {
      read = joined(read, reading(tasks.get(other), logits.of(text, other)));
    }
    float[] hidden = apply(head.fusion, read);
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = Math.max(0, hidden[i]);
    }
    return apply(head.output, hidden);
  }

  private static float[] reading(Task task, float[] logits) {
    return switch (task.kind()) {
      case SINGLE_LABEL -> floats(Probabilities.softmax(logits, 0, logits.length, 1));
      case MULTI_LABEL -> sigmoids(logits);
      case SCORE -> logits;
      case SPANS -> sigmoids(greatest(logits, Heads.outputs(task)));
    };
  }

  private static float[] sigmoids(float[] logits) {
    double[] sigmoids = new double[logits.length];
    Arrays.setAll(sigmoids, i -> Probabilities.sigmoid(logits[i], 1));
    return floats(sigmoids);
  }

  private static float[] floats(double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }

  /** Of rows of {@code width} numbers the greatest of each column. */
  private static float[] greatest(float[] rows, int width) {
    float[] greatest = Arrays.copyOf(rows, width);
    for (int i = width; i < rows.length; i++) {
      greatest[i % width] = Math.max(greatest[i % width], rows[i]);
    }
    return greatest;
  }

  private float[] apply(Segment layer, float[] input) {
    float[] outputs = layer.biases(dense);
    for (int output = 0; output < outputs.length; output++) {
      for (int i = 0; i < input.length; i++) {
        outputs[output] += dense[layer.weight(output, i)] * input[i];
      }
    }
    return outputs;
  }

  private static float[] joined(float[] first, float[] second) {
    float[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
