package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.text.EncodedText;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A batch as the network is to learn from it once, with parts of it dropped at random.
 *
 * @param batch the texts and what the heads should say of them
 * @param ngrams the wide input
 * @param words the word input
 * @param wordFactors what to multiply the numbers of the word input by
 * @param kept what to multiply the numbers by that heads read of a text
 * @param keptOfTokens what to multiply the numbers by that heads read of tokens, alike for all of a
 *     text's; empty if no head does
 */
record Lesson(
    List<LabelledText> batch,
    NgramInput ngrams,
    WordInput words,
    float[] wordFactors,
    float[] kept,
    float[] keptOfTokens) {

  /** Draws what is dropped. */
  static Lesson draw(
      List<LabelledText> batch,
      ModelSpec spec,
      LearnerSettings.DropoutRates dropout,
      RandomGenerator random) {
    ModelSpec.Network shape = spec.network();
    List<EncodedText> texts =
        batch.stream()
            .map(labelled -> Dropout.thin(labelled.text(), dropout.ngrams(), random))
            .toList();
    WordInput words = WordInput.of(texts, shape.wordSize());
    int wordNumbers = words.rows().length * words.width();
    return new Lesson(
        batch,
        new NgramInput(texts, shape.wideSize()),
        words,
        Dropout.factors(wordNumbers, dropout.embeddings(), random),
        kept(batch.size(), shape, dropout, random),
        Heads.readTokens(spec) ? keptOfTokens(words, shape, dropout, random) : new float[0]);
  }

  private static float[] keptOfTokens(
      WordInput words,
      ModelSpec.Network shape,
      LearnerSettings.DropoutRates dropout,
      RandomGenerator random) {
    int width = Layout.tokenFeatures(shape);
    int texts = words.lengths().length;
    float[] ofTexts = Dropout.factors(texts * width, dropout.features(), random);
    float[] kept = new float[words.tokens() * width];
    int at = 0;
    for (int i = 0; i < ofTexts.length; i++) {
      int end = at + words.lengths()[i % texts];
      Arrays.fill(kept, at, end, ofTexts[i]);
      at = end;
    }
    return kept;
  }

  private static float[] kept(
      int texts,
      ModelSpec.Network shape,
      LearnerSettings.DropoutRates dropout,
      RandomGenerator random) {
    int width = Layout.textFeatures(shape);
    float[] kept = Dropout.factors(texts * width, dropout.features(), random);
    for (int text = 0; text < texts; text++) {
      Dropout.hidePart(kept, text * width, shape.wideSize(), width, dropout.part(), random);
    }
    return kept;
  }

  /** How many texts it has. */
  int size() {
    return batch.size();
  }

  /** The trunk's input. */
  TrunkInput input(Parameters parameters) {
    float[] wordValues = words.gather(parameters.embeddings());
    Dropout.apply(wordFactors, wordValues);
    return new TrunkInput(words, ngrams.gather(parameters.wide()), wordValues, kept, keptOfTokens);
  }

  /** Adds to each row of the tables its share of the inputs' gradients. */
  void scatter(Trunk.Gradients gradients, RowGradients wideRows, RowGradients wordRows) {
    if (gradients.wide() != null) {
      ngrams.scatter(gradients.wide(), wideRows);
    }
    Dropout.apply(wordFactors, gradients.words());
    words.scatter(gradients.words(), wordRows);
  }
}
