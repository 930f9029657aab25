package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.text.EncodedText;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InputsTest {
  private static final float[] TABLE = {0, 0, 1, 10, 2, 20, 3, 30};
  private static final List<EncodedText> TEXTS =
      List.of(
          new EncodedText(new int[] {2, 1, 3}, new int[] {1, 2, 1, 3}, new int[0]),
          new EncodedText(new int[] {3}, new int[] {2}, new int[0]));

  @Test
  void ngramsAreSummedAndDividedByTheRootOfTheirNumber() {
    assertThat(new NgramInput(TEXTS, 2).gather(TABLE)).containsExactly(3.5f, 35, 2, 20);
  }

  @Test
  void ngramGradientsGoBackToTheirRowsWithTheSameFactor() {
    RowGradients gradients = new RowGradients(4, 2);
    new NgramInput(TEXTS, 2).scatter(new float[] {1, 2, 10, 20}, gradients);
    assertThat(gradients.count()).isEqualTo(3);
    assertThat(gradients.row(0)).isEqualTo(1);
    assertThat(gradients.row(1)).isEqualTo(2);
    assertThat(gradients.sum(0)).containsExactly(1, 2);
    assertThat(gradients.sum(1)).containsExactly(10.5f, 21);
    assertThat(gradients.sum(2)).containsExactly(0.5f, 1);
  }

  @Test
  void wordsLieTextAfterText() {
    WordInput words = WordInput.of(TEXTS, 2);
    assertThat(words.starts()).containsExactly(0, 3);
    assertThat(words.lengths()).containsExactly(3, 1);
    assertThat(words.gather(TABLE)).containsExactly(2, 1, 3, 3, 20, 10, 30, 30);
  }

  @Test
  void wordGradientsGoBackToTheirRows() {
    RowGradients gradients = new RowGradients(4, 2);
    float[] gradient = {1, 1, 5, 1, 1, 1, 1, 1};
    WordInput.of(TEXTS, 2).scatter(gradient, gradients);
    assertThat(gradients.count()).isEqualTo(3);
    assertThat(gradients.row(2)).isEqualTo(3);
    assertThat(gradients.sum(0)).containsExactly(1, 1);
    assertThat(gradients.sum(1)).containsExactly(1, 1);
    assertThat(gradients.sum(2)).containsExactly(6, 2);
  }

  @Test
  void dropoutHidesTheGivenPartAndKeepsTheMean() {
    float[] factors = Dropout.factors(100_000, 0.3, new SplittableRandom(1));
    int hidden = 0;
    double sum = 0;
    for (float factor : factors) {
      hidden += factor == 0 ? 1 : 0;
      sum += factor;
    }
    assertThat(hidden / 100_000.0).isCloseTo(0.3, within(0.01));
    assertThat(sum / 100_000).isCloseTo(1, within(0.02));
  }

  @Test
  void thinningLeavesOutNgramsButNeverAll() {
    EncodedText text = new EncodedText(new int[] {1}, new int[10_000], new int[0]);
    SplittableRandom random = new SplittableRandom(1);
    assertThat(Dropout.thin(text, 0.3, random).wordNgrams().length).isBetween(6_800, 7_200);
    assertThat(Dropout.thin(text, 0, random).wordNgrams()).hasSize(10_000);
    EncodedText single = new EncodedText(new int[] {1}, new int[] {4}, new int[0]);
    for (int i = 0; i < 100; i++) {
      assertThat(Dropout.thin(single, 0.9, random).wordNgrams()).containsExactly(4);
    }
  }

  @Test
  void aHiddenPartIsMadeUpForByTheOther() {
    SplittableRandom random = new SplittableRandom(3);
    int[] kinds = new int[3];
    for (int i = 0; i < 10_000; i++) {
      float[] factors = {9, 1, 1, 1, 9};
      Dropout.hidePart(factors, 1, 1, 3, 0.4, random);
      assertThat(factors[0]).isEqualTo(9);
      assertThat(factors[4]).isEqualTo(9);
      float[] text = {factors[1], factors[2], factors[3]};
      kinds[
          Arrays.equals(text, new float[] {1, 1, 1})
              ? 0
              : Arrays.equals(text, new float[] {2, 0, 0}) ? 1 : 2]++;
      assertThat(text).isIn(new float[] {1, 1, 1}, new float[] {2, 0, 0}, new float[] {0, 2, 2});
    }
    assertThat(kinds[0]).isBetween(5_800, 6_200);
    assertThat(kinds[1]).isBetween(1_850, 2_150);
    assertThat(kinds[2]).isBetween(1_850, 2_150);
  }
}
