package io.trunkline.model.network;

import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;

/**
 * All that a network has learnt. The arrays are shared, not copied.
 *
 * @param wide the n-gram table, row-major
 * @param embeddings the word embeddings, row-major
 * @param dense convolutions and heads, in the order the graph lays them out
 */
public record Parameters(float[] wide, float[] embeddings, float[] dense) {
  /** Of a model; shared with it, but for tables that are not of floats. */
  public static Parameters of(Model model) {
    return new Parameters(model.wide().toFloats(), model.embeddings().toFloats(), model.dense());
  }

  /** The same, in arrays of its own. */
  public Parameters copy() {
    return new Parameters(wide.clone(), embeddings.clone(), dense.clone());
  }

  /**
   * Adds to what a head puts out, whatever the text.
   *
   * @param task the task's place
   * @param addend of each output, in their order
   */
  public void addToBiases(ModelSpec spec, int task, float[] addend) {
    Segment head = Layout.of(spec).segment(TrunkGraph.head(task));
    for (int output = 0; output < addend.length; output++) {
      dense[head.bias(output)] += addend[output];
    }
  }

  /**
   * These, but none farther from others than permitted: of the tables and the dense parameters
   * each, with θ these and θ₀ the others, {@code ‖θ − θ₀‖ ≤ share ‖θ₀‖}. What is farther is drawn
   * straight back.
   */
  public Parameters near(Parameters others, double share) {
    return new Parameters(
        near(wide, others.wide, share),
        near(embeddings, others.embeddings, share),
        near(dense, others.dense, share));
  }

  private static float[] near(float[] values, float[] origin, double share) {
    double norm = 0;
    double distance = 0;
    for (int i = 0; i < values.length; i++) {
      norm += (double) origin[i] * origin[i];
      distance += (double) (values[i] - origin[i]) * (values[i] - origin[i]);
    }
    double most = share * Math.sqrt(norm);
    double moved = Math.sqrt(distance);
    if (moved <= most) {
      return values;
    }
    float keep = (float) (most / moved);
    float[] near = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      near[i] = origin[i] + keep * (values[i] - origin[i]);
    }
    return near;
  }
}
