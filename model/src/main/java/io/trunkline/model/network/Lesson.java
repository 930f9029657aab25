package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.text.EncodedText;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A batch as the network is to learn from it once, with parts of it dropped at random.
 *
 * @param ngrams the wide input
 * @param words the word input
 * @param wordFactors what to multiply the numbers of the word input by
 * @param kept what to multiply the numbers by that the heads read
 * @param targets what each head should say
 */
record Lesson(
    NgramInput ngrams, WordInput words, float[] wordFactors, float[] kept, List<Targets> targets) {

  /** Draws what is dropped. */
  static Lesson draw(
      List<LabelledText> batch,
      ModelSpec spec,
      NetworkLearner.Settings settings,
      RandomGenerator random) {
    ModelSpec.Network shape = spec.network();
    List<EncodedText> texts =
        batch.stream()
            .map(labelled -> Dropout.thin(labelled.text(), settings.ngramDropout(), random))
            .toList();
    WordInput words = WordInput.of(texts, shape.wordSize());
    int wordNumbers = words.rows().length * words.width();
    int keptNumbers = batch.size() * TrunkGraph.representationSize(shape);
    return new Lesson(
        new NgramInput(texts, shape.wideSize()),
        words,
        Dropout.factors(wordNumbers, settings.embeddingDropout(), random),
        Dropout.factors(keptNumbers, settings.representationDropout(), random),
        targets(batch, spec, settings.labelSmoothing()));
  }

  /** How many texts it has. */
  int size() {
    return ngrams.texts().size();
  }

  private static List<Targets> targets(List<LabelledText> batch, ModelSpec spec, double smoothing) {
    return IntStream.range(0, spec.tasks().size())
        .mapToObj(
            task -> Targets.of(batch, task, spec.tasks().get(task).labels().size(), smoothing))
        .toList();
  }
}
