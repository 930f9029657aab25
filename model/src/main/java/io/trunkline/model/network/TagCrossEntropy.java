package io.trunkline.model.network;

/**
 * Cross entropy of each token's tag, averaged over the text's tokens: a text then weighs about as
 * much for a spans task as for any other, however long it is, and the other tasks of the trunk are
 * not drowned out.
 *
 * @param token the loss of one token
 */
record TagCrossEntropy(SoftmaxCrossEntropy token) implements Loss {
  @Override
  public double of(float[] outputs, Target target, float[] gradient) {
    int[] tags = ((Target.Tags) target).tags();
    int count = outputs.length / tags.length;
    double loss = 0;
    for (int i = 0; i < tags.length; i++) {
      loss += token.of(outputs, i * count, count, tags[i], 1.0 / tags.length, gradient);
    }
    return loss;
  }
}
