package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.text.EncodedText;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network that learns, a batch at a time. It changes the parameters it was given, in place.
 * Confined to one thread.
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
   * @param embeddingDropout probability that a number of a word's embedding is
   * @param representationDropout probability that a number the heads read is
   */
  public record Settings(
      double weightDecay,
      double labelSmoothing,
      double ngramDropout,
      double embeddingDropout,
      double representationDropout) {}

  /** Builds the network; {@link #close()} frees what it holds outside the heap. */
  public NetworkLearner(
      ModelSpec spec, Parameters parameters, Settings settings, RandomGenerator random) {
    this.spec = spec;
    this.parameters = parameters;
    this.settings = settings;
    this.random = random;
    graph = TrunkGraph.build(spec, DataType.FLOAT);
    OffHeap.write(parameters.dense(), graph.params());
    double decay = settings.weightDecay();
    wide = new TableLearner(parameters.wide(), spec.network().wideSize(), decay);
    embeddings = new TableLearner(parameters.embeddings(), spec.network().wordSize(), decay);
    dense = new DenseLearner(parameters.dense(), Segment.of(graph), decay);
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
    int size = batch.size();
    List<EncodedText> texts =
        batch.stream()
            .map(labelled -> Dropout.thin(labelled.text(), settings.ngramDropout(), random))
            .toList();
    NgramInput ngrams = new NgramInput(texts, spec.network().wideSize());
    WordInput words = WordInput.of(texts, spec.network().wordSize());
    float[] wordFactors =
        Dropout.factors(words.rows().length * words.width(), settings.embeddingDropout(), random);
    List<Targets> targets = targets(batch);
    computeGradients(ngrams, words, wordFactors, targets);

    float scale = 1f / size;
    ngrams.scatter(
        OffHeap.take(InputTap.takeGradient(graph, TrunkGraph.WIDE_TAP)), wide.gradients());
    float[] wordGradient = OffHeap.take(InputTap.takeGradient(graph, TrunkGraph.WORDS_TAP));
    Dropout.apply(wordFactors, wordGradient);
    words.scatter(wordGradient, embeddings.gradients());
    wide.update(scale, rate);
    embeddings.update(scale, rate);
    dense.update(OffHeap.read(graph.getFlattenedGradients()), targets, scale, rate);
    OffHeap.write(parameters.dense(), graph.params());
    return graph.score();
  }

  private void computeGradients(
      NgramInput ngrams, WordInput words, float[] wordFactors, List<Targets> targets) {
    int size = ngrams.texts().size();
    int representation = TrunkGraph.representationSize(spec.network());
    float[] kept = Dropout.factors(size * representation, settings.representationDropout(), random);
    float[] wordValues = words.gather(parameters.embeddings());
    Dropout.apply(wordFactors, wordValues);
    try (OffHeap memory = new OffHeap()) {
      graph.setInputs(
          memory.copy(ngrams.gather(parameters.wide()), size, ngrams.width()),
          memory.copy(wordValues, size, words.width(), words.length()),
          memory.copy(kept, size, representation));
      graph.setLabels(
          targets.stream()
              .map(target -> memory.copy(target.probabilities(), size, target.labels()))
              .toArray(INDArray[]::new));
      graph.setLayerMaskArrays(
          new INDArray[] {null, memory.copy(words.mask(), size, words.length()), null}, null);
      graph.computeGradientAndScore();
    }
  }

  private List<Targets> targets(List<LabelledText> batch) {
    return IntStream.range(0, spec.tasks().size())
        .mapToObj(
            task -> {
              int labels = spec.tasks().get(task).labels().size();
              return Targets.of(batch, task, labels, settings.labelSmoothing());
            })
        .toList();
  }

  @Override
  public void close() {
    graph.close();
  }
}
