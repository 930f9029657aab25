package io.trunkline.model.network;

import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.decoding.Probabilities;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The heads that read what other heads say. They are small: plain loops do. */
final class FusionHeads {
  private final ModelSpec spec;
  private final float[] dense;
  private final List<@Nullable Layers> layers = new ArrayList<>();

  /** Of a task that reads others. */
  private record Layers(Segment fusion, Segment head) {}

  FusionHeads(Model model) {
    spec = model.spec();
    this.dense = model.dense();
    Layout layout = Layout.of(spec);
    for (int task = 0; task < spec.tasks().size(); task++) {
      layers.add(
          Heads.isFusion(spec.tasks().get(task))
              ? new Layers(
                  layout.segment(TrunkGraph.fusion(task)), layout.segment(TrunkGraph.head(task)))
              : null);
    }
  }

  /**
   * Adds what they say.
   *
   * @param logits by task and text; of the tasks that read others null
   */
  void add(float[][][] logits) {
    for (int task = 0; task < logits.length; task++) {
      if (layers.get(task) != null) {
        for (int text = 0; text < logits[task].length; text++) {
          said(task, text, logits);
        }
      }
    }
  }

  /** What a task says of a text; those that it reads are asked first. */
  private float[] said(int task, int text, float[][][] logits) {
    if (logits[task][text] == null) {
      float[] read = new float[0];
      for (String name : spec.tasks().get(task).reads()) {
        int other = Heads.place(spec.tasks(), name);
        read = joined(read, reading(spec.tasks().get(other), said(other, text, logits)));
      }
      Layers own = Objects.requireNonNull(layers.get(task));
      float[] hidden = apply(own.fusion, read);
      for (int i = 0; i < hidden.length; i++) {
        hidden[i] = Math.max(0, hidden[i]);
      }
      logits[task][text] = apply(own.head, hidden);
    }
    return logits[task][text];
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
