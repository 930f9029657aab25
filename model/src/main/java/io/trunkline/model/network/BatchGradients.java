package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import java.util.List;

/** The gradients of a batch's summed loss by all parameters; of the tables, by the rows it has. */
final class BatchGradients {
  private final RowGradients wide;
  private final RowGradients words;
  private float[] dense = {};

  BatchGradients(Network network) {
    ModelSpec.Network shape = network.spec().network();
    Parameters parameters = network.parameters();
    wide = new RowGradients(parameters.wide().length / shape.wideSize(), shape.wideSize());
    words = new RowGradients(parameters.embeddings().length / shape.wordSize(), shape.wordSize());
  }

  /** Holds these from now on. */
  void set(Trunk.Gradients gradients, Lesson lesson) {
    wide.clear();
    words.clear();
    lesson.scatter(gradients, wide, words);
    dense = gradients.dense();
  }

  /** Holds a batch's weighted sum from now on, with factors for what is shared, 1 for what not. */
  void setSum(List<BatchGradients> parts, double[] factors, List<Segment> segments) {
    wide.clear();
    words.clear();
    dense = new float[parts.get(0).dense.length];
    for (int i = 0; i < factors.length; i++) {
      BatchGradients part = parts.get(i);
      wide.addAll(part.wide, (float) factors[i]);
      words.addAll(part.words, (float) factors[i]);
      for (Segment segment : segments) {
        float factor = segment.shared() ? (float) factors[i] : 1;
        for (int at = (int) segment.from(); at < segment.to(); at++) {
          dense[at] += factor * part.dense[at];
        }
      }
    }
  }

  /** The product with others, over the tables and those of the segments that are shared. */
  double sharedProduct(BatchGradients other, List<Segment> segments) {
    double product = wide.product(other.wide) + words.product(other.words);
    for (Segment segment : segments) {
      if (segment.shared()) {
        product += product(other, segment);
      }
    }
    return product;
  }

  /** The square of their length, over the given segments and, if wanted, the tables. */
  double squaredNorm(List<Segment> segments, boolean tables) {
    double sum = tables ? wide.product(wide) + words.product(words) : 0;
    for (Segment segment : segments) {
      sum += product(this, segment);
    }
    return sum;
  }

  /** Adds the gradient of the penalties that are part of the loss, times {@code factor}. */
  void penalise(
      Parameters parameters, Parameters origin, LearnerSettings.Penalty penalty, float factor) {
    penalise(wide, parameters.wide(), origin.wide(), penalty, factor);
    penalise(words, parameters.embeddings(), origin.embeddings(), penalty, factor);
    for (int at = 0; at < dense.length; at++) {
      dense[at] += factor * slope(parameters.dense()[at], origin.dense()[at], penalty);
    }
  }

  private static void penalise(
      RowGradients rows,
      float[] table,
      float[] origin,
      LearnerSettings.Penalty penalty,
      float factor) {
    for (int slot = 0; slot < rows.count(); slot++) {
      float[] sum = rows.sum(slot);
      int from = rows.row(slot) * sum.length;
      for (int i = 0; i < sum.length; i++) {
        sum[i] += factor * slope(table[from + i], origin[from + i], penalty);
      }
    }
  }

  private static float slope(float value, float origin, LearnerSettings.Penalty penalty) {
    return (float)
        (penalty.l1() * Math.signum(value)
            + penalty.l2() * value
            + penalty.anchor() * (value - origin));
  }

  float[] dense() {
    return dense;
  }

  RowGradients wide() {
    return wide;
  }

  RowGradients words() {
    return words;
  }

  private double product(BatchGradients other, Segment segment) {
    double sum = 0;
    for (int at = (int) segment.from(); at < segment.to(); at++) {
      sum += (double) dense[at] * other.dense[at];
    }
    return sum;
  }
}
