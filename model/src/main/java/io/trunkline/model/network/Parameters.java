package io.trunkline.model.network;

/**
 * All that a network has learnt. The arrays are shared, not copied.
 *
 * @param wide the n-gram table, row-major
 * @param embeddings the word embeddings, row-major
 * @param dense convolutions and heads, in the order the graph lays them out
 */
public record Parameters(float[] wide, float[] embeddings, float[] dense) {
  /** The same, in arrays of its own. */
  public Parameters copy() {
    return new Parameters(wide.clone(), embeddings.clone(), dense.clone());
  }
}
