package io.trunkline.model.network;

import io.trunkline.model.TaskKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How wrong a head is about one text. A graph of Deeplearning4j ends in the heads' raw outputs;
 * losses are plain Java, since its own know neither several kinds of task, weights of labels nor
 * texts without a label in a way that can be relied on.
 */
interface Loss {
  /**
   * The loss of one text.
   *
   * @param outputs the head's raw outputs: a logit a label, a number, or tokens × tags row-major
   * @param target what they should say
   * @param gradient where the loss's derivatives by the outputs are written; as long as {@code
   *     outputs}
   */
  double of(float[] outputs, Target target, float[] gradient);

  /**
   * How far two answers to one text are apart: half the sum of the Kullback-Leibler divergences
   * each way, over the probabilities that the outputs stand for. 0 where a kind of task does not
   * compare answers.
   *
   * @param gradient where the derivatives by {@code one} are written
   */
  default double divergence(float[] one, float[] other, float[] gradient) {
    Arrays.fill(gradient, 0);
    return 0;
  }

  /**
   * The loss that a kind of task is learnt by.
   *
   * @param smoothing ε of label smoothing; a score has none
   * @param weights what each output's loss is multiplied by: a label's, or a BIO tag's; null: 1.
   *     For a score it makes no difference
   */
  static Loss of(TaskKind kind, double smoothing, float @Nullable [] weights) {
    return switch (kind) {
      case SINGLE_LABEL -> new SoftmaxCrossEntropy(smoothing, weights);
      case MULTI_LABEL -> new SigmoidCrossEntropy(smoothing, weights);
      case SPANS -> new TagCrossEntropy(new SoftmaxCrossEntropy(smoothing, weights));
      case SCORE -> new SquaredError();
    };
  }
}
