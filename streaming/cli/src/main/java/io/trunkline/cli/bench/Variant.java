package io.trunkline.cli.bench;

import java.util.List;

/**
 * Training settings of which one is not as usual.
 *
 * @param name what is different, as the table says it
 * @param yaml the setting, as a configuration has it
 */
record Variant(String name, String yaml) {
  /** All that is compared; the first is the usual settings. */
  static final List<Variant> ALL =
      List.of(
          new Variant("as usual", ""),
          new Variant("no n-gram hidden", "dropout: {ngrams: 0}"),
          new Variant("30 % of the n-grams hidden", "dropout: {ngrams: 0.3}"),
          new Variant("no number of an embedding hidden", "dropout: {embeddings: 0}"),
          new Variant("nothing hidden that heads read", "dropout: {representation: 0}"),
          new Variant("no part hidden whole", "dropout: {part: 0}"),
          new Variant("texts read once", "regularisation: {consistency: 0}"),
          new Variant("no label smoothing", "regularisation: {labelSmoothing: 0}"),
          new Variant("no weight decay", "regularisation: {weightDecay: 0}"),
          new Variant("L1, 1e-6", "regularisation: {l1: 0.000001}"),
          new Variant("L2, 1e-5", "regularisation: {l2: 0.00001}"),
          new Variant("gradients clipped to 1", "regularisation: {clipNorm: 1}"),
          new Variant("class weights", "balance: {classWeights: balanced}"),
          new Variant("steps instead of one cycle", "schedule: {shape: step}"),
          new Variant("early stopping after 2 passes", "schedule: {patience: 2}"),
          new Variant("noise in 5 % of the words", "noise: {words: 0.05}"),
          new Variant("noise in 2 % of the characters", "noise: {characters: 0.02}"),
          new Variant("noise in 10 % of the characters", "noise: {characters: 0.1}"),
          new Variant("uncertainty weighting", "balance: {weighting: uncertainty}"),
          new Variant("PCGrad", "balance: {weighting: pcgrad}"));
}
