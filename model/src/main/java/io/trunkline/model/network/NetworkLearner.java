package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.text.EncodedText;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network that learns, a batch at a time. It changes the parameters it was given. Confined to one
 * thread.
 */
public final class NetworkLearner implements AutoCloseable {
  private final ModelSpec spec;
  private final Parameters parameters;
  private final Settings settings;
  private final RandomGenerator random;
  private final ComputationGraph graph;
  private final TableLearner wide;
  private final TableLearner embeddings;
  private final DenseLearner dense;

  /**
   * How to learn.
   *
   * @param weightDecay of AdamW
   * @param labelSmoothing probability spread evenly over a task's labels
   * @param ngramDropout probability that an n-gram is left out
   * @param embeddingDropout probability that a number of a word embedding is left out
   * @param representationDropout probability that a number the heads read is left out
   */
  public record Settings(
      double weightDecay,
      double labelSmoothing,
      double ngramDropout,
      double embeddingDropout,
      double representationDropout) {}

  public NetworkLearner(
      ModelSpec spec, Parameters parameters, Settings settings, RandomGenerator random) {
    this.spec = spec;
    this.parameters = parameters;
    this.settings = settings;
    this.random = random;
    graph = TrunkGraph.build(spec, DataType.FLOAT);
    Arrays2.write(parameters.dense(), graph.params());
    wide = new TableLearner(parameters.wide(), spec.network().wideSize(), settings.weightDecay());
    embeddings =
        new TableLearner(
            parameters.embeddings(), spec.network().wordSize(), settings.weightDecay());
    dense = new DenseLearner(parameters.dense(), Segment.of(graph), settings.weightDecay());
  }

  /**
   * Learns from a batch.
   *
   * @param batch at least one text
   * @param rate the step's learning rate
   * @return the loss before the step: cross entropy against the smoothed labels, summed over tasks
   *     and divided by the texts
   */
  public double learn(List<LabelledText> batch, double rate) {
    ModelSpec.Network shape = spec.network();
    int size = batch.size();
    List<EncodedText> texts = batch.stream().map(LabelledText::text).toList();
    NgramInput ngrams =
        NgramInput.dropped(
            texts, parameters.wide(), shape.wideSize(), settings.ngramDropout(), random);
    WordInput words =
        WordInput.dropped(texts, shape.wordSize(), settings.embeddingDropout(), random);
    List<Targets> targets = new ArrayList<>();
    for (int task = 0; task < spec.tasks().size(); task++) {
      targets.add(
          Targets.of(
              batch, task, spec.tasks().get(task).labels().size(), settings.labelSmoothing()));
    }
    try (INDArray wideInput = Arrays2.of(ngrams.sums(), size, shape.wideSize());
        INDArray wordInput =
            Arrays2.of(
                words.gather(parameters.embeddings()), size, shape.wordSize(), words.length());
        INDArray mask = Arrays2.of(words.mask(), size, words.length());
        INDArray kept = Arrays2.of(keptFactors(size), size, TrunkGraph.representationSize(shape))) {
      INDArray[] labels =
          targets.stream()
              .map(t -> Arrays2.of(t.probabilities(), size, t.labels()))
              .toArray(INDArray[]::new);
      INDArray[] masks =
          targets.stream().map(t -> Arrays2.of(t.mask(), size, 1)).toArray(INDArray[]::new);
      graph.setInputs(wideInput, wordInput, kept);
      graph.setLabels(labels);
      graph.setLayerMaskArrays(new INDArray[] {null, mask, null}, masks);
      graph.computeGradientAndScore();
      for (INDArray l : labels) l.close();
      for (INDArray l : masks) l.close();
    }
    double loss = graph.score();
    float scale = 1f / size;
    ngrams.backward(take(TrunkGraph.WIDE_TAP), shape.wideSize(), wide.gradients());
    words.backward(take(TrunkGraph.WORDS_TAP), embeddings.gradients());
    wide.update(scale, rate);
    embeddings.update(scale, rate);
    float[] denseGradients = Arrays2.read(graph.getFlattenedGradients());
    dense.update(denseGradients, targets, scale, rate);
    Arrays2.write(parameters.dense(), graph.params());
    return loss;
  }

  private float[] take(String tap) {
    try (INDArray gradient = InputTap.takeGradient(graph, tap)) {
      return Arrays2.read(gradient);
    }
  }

  private float[] keptFactors(int size) {
    float[] factors = new float[size * TrunkGraph.representationSize(spec.network())];
    float kept = (float) (1 / (1 - settings.representationDropout()));
    for (int i = 0; i < factors.length; i++) {
      factors[i] = random.nextFloat() < settings.representationDropout() ? 0 : kept;
    }
    return factors;
  }

  @Override
  public void close() {
    graph.close();
  }
}
