package io.trunkline.model.network;

/** The square of how far off a number is: {@code (z − y)²}. */
record SquaredError() implements Loss {
  @Override
  public double of(float[] outputs, Target target, float[] gradient) {
    double off = outputs[0] - ((Target.Number) target).normalised();
    gradient[0] = (float) (2 * off);
    return off * off;
  }
}
