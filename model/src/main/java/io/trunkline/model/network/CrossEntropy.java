package io.trunkline.model.network;

import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Cross entropy of softmax outputs against targets that need not sum to one. With logits z, p =
 * softmax(z) and targets y:
 *
 * <pre>
 * loss = − Σₖ yₖ log pₖ        ∂loss/∂z = (Σₖ yₖ) p − y
 * </pre>
 *
 * <p>So a text whose targets are all zero has exactly no loss and no gradient, which is how a text
 * goes unlabelled for a task. Deeplearning4j's own loss takes the sum for one, and leaves
 * unlabelled texts to masks, which it misreads for a batch of one text and a head of one label.
 */
final class CrossEntropy implements ILossFunction {
  private static final long serialVersionUID = 1L;

  @Override
  public double computeScore(
      INDArray targets,
      INDArray logits,
      IActivation softmax,
      @Nullable INDArray mask,
      boolean average) {
    double sum = losses(targets, logits).sumNumber().doubleValue();
    return average ? sum / targets.size(0) : sum;
  }

  @Override
  public INDArray computeScoreArray(
      INDArray targets, INDArray logits, IActivation softmax, @Nullable INDArray mask) {
    return losses(targets, logits).sum(true, 1);
  }

  @Override
  public INDArray computeGradient(
      INDArray targets, INDArray logits, IActivation softmax, @Nullable INDArray mask) {
    INDArray probabilities = Transforms.exp(logProbabilities(logits));
    return probabilities.mul(targets.sum(true, 1)).sub(targets);
  }

  @Override
  public Pair<Double, INDArray> computeGradientAndScore(
      INDArray targets,
      INDArray logits,
      IActivation softmax,
      @Nullable INDArray mask,
      boolean average) {
    return new Pair<>(
        computeScore(targets, logits, softmax, mask, average),
        computeGradient(targets, logits, softmax, mask));
  }

  @Override
  public String name() {
    return "cross entropy";
  }

  private static INDArray losses(INDArray targets, INDArray logits) {
    return logProbabilities(logits).mul(targets).neg();
  }

  /** log softmax, with the greatest logit subtracted first so that nothing overflows. */
  private static INDArray logProbabilities(INDArray logits) {
    INDArray shifted = logits.sub(logits.max(true, 1));
    return shifted.sub(Transforms.log(Transforms.exp(shifted).sum(true, 1)));
  }
}
