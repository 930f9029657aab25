package io.trunkline.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trained model: what it answers, how it reads, and its parameters. A value without behaviour;
 * the arrays are shared, not copied, and must not be changed.
 *
 * @param spec tasks, feature settings and network shape
 * @param words the word table: word of row i + 2, by falling frequency in training, then those of
 *     each further training; row 0 is padding and row 1 stands for every other word
 * @param ngrams the n-gram table's index: for each row the hash of its n-gram, 0 if it has none
 * @param wide the n-gram table, {@code features.wideRows × network.wideSize}
 * @param embeddings the word embeddings, {@code (words.size() + 2) × network.wordSize}; of the same
 *     precision
 * @param dense the parameters of convolutions and heads, in the order the network lays them out
 * @param calibration how each task's outputs become answers, by the task's name; every task of the
 *     spec has one
 * @param training what it was trained on and how well it did
 * @param memory some of the examples it was made with, for those who train it further
 */
public record Model(
    ModelSpec spec,
    List<String> words,
    int[] ngrams,
    Table wide,
    Table embeddings,
    float[] dense,
    Map<String, Calibration> calibration,
    TrainingSummary training,
    Memory memory) {

  public Model {
    if (wide.precision() != embeddings.precision()) {
      throw new IllegalArgumentException(
          "the n-gram table is %s and the embeddings are %s, expected one of both"
              .formatted(wide.precision().title(), embeddings.precision().title()));
    }
  }

  /** A model as it was trained, its tables row-major. */
  public Model(
      ModelSpec spec,
      List<String> words,
      int[] ngrams,
      float[] wide,
      float[] embeddings,
      float[] dense,
      Map<String, Calibration> calibration,
      TrainingSummary training,
      Memory memory) {
    this(
        spec,
        words,
        ngrams,
        Table.of(wide, spec.network().wideSize()),
        Table.of(embeddings, spec.network().wordSize()),
        dense,
        calibration,
        training,
        memory);
  }

  /** A model that remembers nothing. */
  public Model(
      ModelSpec spec,
      List<String> words,
      int[] ngrams,
      float[] wide,
      float[] embeddings,
      float[] dense,
      Map<String, Calibration> calibration,
      TrainingSummary training) {
    this(spec, words, ngrams, wide, embeddings, dense, calibration, training, Memory.NONE);
  }

  /** How many numbers training has learnt. */
  public long parameters() {
    return (long) wide.rows() * wide.width()
        + (long) embeddings.rows() * embeddings.width()
        + dense.length;
  }

  /** What its tables' numbers are kept as. */
  public Precision precision() {
    return wide.precision();
  }

  /** The same, rounded if another is, which it was trained further from. */
  public Model withPrecisionOf(Model parent) {
    return parent.precision() == Precision.INT8 ? quantized() : this;
  }

  /** The same with tables in 8 bits a number, see {@link ByteTable}; this model if it has them. */
  public Model quantized() {
    if (precision() == Precision.INT8) {
      return this;
    }
    return new Model(
        spec,
        words,
        ngrams,
        wide.quantized(),
        embeddings.quantized(),
        dense,
        calibration,
        training,
        memory);
  }

  /**
   * Where a model comes from.
   *
   * @param dataDigest SHA-256 over the training examples, 64 hexadecimal digits
   * @param examples how many there were
   * @param seed the seed of every random choice
   * @param metrics measured figures by name, {@code dev.<task>.accuracy} and the like, fractions of
   *     1
   * @param parent digest of the model that it was trained further from; null if from none
   * @param round digest of the round of learning that made it; null if none did
   */
  public record TrainingSummary(
      String dataDigest,
      long examples,
      long seed,
      Map<String, Double> metrics,
      @Nullable String parent,
      @Nullable String round) {

    /** Of a training from nothing. */
    public TrainingSummary(
        String dataDigest, long examples, long seed, Map<String, Double> metrics) {
      this(dataDigest, examples, seed, metrics, null, null);
    }

    /** The same of a model that a round made of another. */
    public TrainingSummary madeBy(String newRound, String newParent) {
      return new TrainingSummary(dataDigest, examples, seed, metrics, newParent, newRound);
    }
  }

  /**
   * Examples that travel with a model, so that what it knows is neither lost unnoticed nor
   * forgotten when it is trained further.
   *
   * @param golden never learnt from by the model nor its descendants, which are compared on it
   * @param replay learnt from; read again when the model is trained further
   */
  public record Memory(List<Example> golden, List<Example> replay) {
    /** Nothing. */
    public static final Memory NONE = new Memory(List.of(), List.of());

    public Memory {
      golden = List.copyOf(golden);
      replay = List.copyOf(replay);
    }
  }
}
