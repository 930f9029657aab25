package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import java.util.List;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Teaches a network, a batch at a time, by changing its parameters in place. Between two batches
 * the network answers with what it has learnt so far. Confined to the network's thread.
 */
public final class NetworkLearner {
  private final Network network;
  private final Settings settings;
  private final RandomGenerator random;
  private final TableLearner wide;
  private final TableLearner embeddings;
  private final DenseLearner dense;

  /**
   * How to learn.
   *
   * @param weightDecay of AdamW
   * @param labelSmoothing probability spread evenly over a task's labels
   * @param ngramDropout probability that an n-gram is left out
   * @param embeddingDropout probability that a number of a word's embedding is
   * @param representationDropout probability that a number the heads read is
   */
  public record Settings(
      double weightDecay,
      double labelSmoothing,
      double ngramDropout,
      double embeddingDropout,
      double representationDropout) {}

  /**
   * Starts to teach.
   *
   * @param random decides what is dropped; ND4J's own generator is not used
   */
  public NetworkLearner(Network network, Settings settings, RandomGenerator random) {
    this.network = network;
    this.settings = settings;
    this.random = random;
    ModelSpec.Network shape = network.spec().network();
    Parameters parameters = network.parameters();
    double decay = settings.weightDecay();
    wide = new TableLearner(parameters.wide(), shape.wideSize(), decay);
    embeddings = new TableLearner(parameters.embeddings(), shape.wordSize(), decay);
    dense = new DenseLearner(parameters.dense(), Segment.of(network.graph()), decay);
  }

  /**
   * Learns from a batch.
   *
   * @param batch at least one text
   * @param rate the step's learning rate
   * @return the loss before the step: cross entropy against the smoothed labels, summed over tasks
   *     and divided by the number of texts
   */
  public double learn(List<LabelledText> batch, double rate) {
    Lesson lesson = Lesson.draw(batch, network.spec(), settings, random);
    computeGradients(lesson);
    collectTableGradients(lesson);
    float scale = 1f / lesson.size();
    wide.update(scale, rate);
    embeddings.update(scale, rate);
    float[] gradients = OffHeap.read(network.graph().getFlattenedGradients());
    dense.update(gradients, lesson.targets(), scale, rate);
    network.copyDenseToGraph();
    return network.graph().score();
  }

  private void computeGradients(Lesson lesson) {
    ComputationGraph graph = network.graph();
    Parameters parameters = network.parameters();
    NgramInput ngrams = lesson.ngrams();
    WordInput words = lesson.words();
    int size = lesson.size();
    float[] wordValues = words.gather(parameters.embeddings());
    Dropout.apply(lesson.wordFactors(), wordValues);
    try (OffHeap memory = new OffHeap()) {
      graph.setInputs(
          memory.copy(ngrams.gather(parameters.wide()), size, ngrams.width()),
          memory.copy(wordValues, size, words.width(), words.length()),
          memory.copy(lesson.kept(), size, lesson.kept().length / size));
      graph.setLabels(
          lesson.targets().stream()
              .map(target -> memory.copy(target.probabilities(), size, target.labels()))
              .toArray(INDArray[]::new));
      INDArray[] masks = {null, memory.copy(words.mask(), size, words.length()), null};
      graph.setLayerMaskArrays(masks, null);
      graph.computeGradientAndScore();
    }
  }

  private void collectTableGradients(Lesson lesson) {
    float[] wideGradient =
        OffHeap.take(InputTap.takeGradient(network.graph(), TrunkGraph.WIDE_TAP));
    lesson.ngrams().scatter(wideGradient, wide.gradients());
    float[] wordGradient =
        OffHeap.take(InputTap.takeGradient(network.graph(), TrunkGraph.WORDS_TAP));
    Dropout.apply(lesson.wordFactors(), wordGradient);
    lesson.words().scatter(wordGradient, embeddings.gradients());
  }
}
