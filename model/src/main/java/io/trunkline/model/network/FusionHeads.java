package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import java.util.Arrays;

/** The heads that read what other heads say. They are small: plain loops do. */
final class FusionHeads {
  private final ModelSpec spec;
  private final float[] dense;
  private final Layout layout;

  FusionHeads(ModelSpec spec, Parameters parameters) {
    this.spec = spec;
    this.dense = parameters.dense();
    this.layout = Layout.of(spec);
  }

  /**
   * Adds what they say.
   *
   * @param logits by task and text; of the tasks that read others null
   */
  void add(float[][][] logits) {
    for (int task = 0; task < logits.length; task++) {
      if (Heads.isFusion(spec.tasks().get(task))) {
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
      float[] hidden = apply(layout.segment(TrunkGraph.fusion(task)), read);
      for (int i = 0; i < hidden.length; i++) {
        hidden[i] = Math.max(0, hidden[i]);
      }
      logits[task][text] = apply(layout.segment(TrunkGraph.head(task)), hidden);
    }
    return logits[task][text];
  }

  private static float[] reading(Task task, float[] logits) {
    return switch (task.kind()) {
      case SINGLE_LABEL -> softmax(logits);
      case MULTI_LABEL -> sigmoids(logits);
      case SCORE -> logits;
      case SPANS -> sigmoids(greatest(logits, Heads.outputs(task)));
    };
  }

  private static float[] softmax(float[] logits) {
    float greatest = greatest(logits, 1)[0];
    float[] shares = new float[logits.length];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      shares[i] = (float) Math.exp(logits[i] - greatest);
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= (float) sum;
    }
    return shares;
  }

  private static float[] sigmoids(float[] logits) {
    float[] sigmoids = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      sigmoids[i] = (float) (1 / (1 + Math.exp(-logits[i])));
    }
    return sigmoids;
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
