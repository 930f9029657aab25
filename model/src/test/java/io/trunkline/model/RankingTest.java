package io.trunkline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final float[] LOGITS = {(float) Math.log(9), 0, (float) Math.log(6)};

  @Test
  void theGreatestIsFirstAndEqualsKeepTheirOrder() {
    float[] logits = {-1, 3, -0f, 0, Float.NEGATIVE_INFINITY, 3, 1e-40f, -1e-40f, 9};

    assertThat(labels(ranking(logits, 8))).containsExactly("1", "5", "6", "2", "3", "7", "0", "4");
  }

  @Test
  void randomNumbersAreSortedAsAStableSortDoes() {
    SplittableRandom random = new SplittableRandom(4);
    float[] logits = new float[1000];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = random.nextInt(-50, 50) / 7f;
    }

    assertThat(labels(ranking(logits, logits.length)))
        .containsExactly(
            IntStream.range(0, logits.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -logits[i]))
                .map(String::valueOf)
                .toArray(String[]::new));
  }

  @Test
  void theFirstFewAreThoseOfTheWhole() {
    SplittableRandom random = new SplittableRandom(6);
    float[] logits = new float[40];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = random.nextInt(-5, 5);
    }
    Ranking ranking = ranking(logits, logits.length);

    for (int count = 0; count <= 41; count++) {
      assertThat(ranking.first(count)).isEqualTo(ranking.subList(0, Math.min(count, 40)));
    }
  }

  @Test
  void scoresAreSharesOfTheEvidence() {
    Ranking ranking = new Ranking(List.of("a", "b", "c"), LOGITS, 0, 1);

    assertThat(labels(ranking)).containsExactly("a", "c", "b");
    assertThat(ranking.get(0).score()).isCloseTo(9 / 16d, within(1e-7));
    assertThat(ranking.get(1).score()).isCloseTo(6 / 16d, within(1e-7));
    assertThat(ranking.get(2).score()).isCloseTo(1 / 16d, within(1e-7));
  }

  @Test
  void temperatureDividesTheLogits() {
    Ranking ranking = new Ranking(List.of("a", "b", "c"), LOGITS, 0, 2);

    assertThat(ranking.get(0).score()).isCloseTo(3 / (3 + 1 + Math.sqrt(6)), within(1e-7));
  }

  @Test
  void greatLogitsDoNotOverflow() {
    Ranking ranking = ranking(new float[] {1e30f, -1e30f}, 2);

    assertThat(ranking.get(0)).isEqualTo(new ScoredLabel("0", 1));
    assertThat(ranking.get(1)).isEqualTo(new ScoredLabel("1", 0));
  }

  @Test
  void energyIsTheNegativeLogarithmOfAllEvidence() {
    assertThat(new Ranking(List.of("a", "b", "c"), LOGITS, 0, 1).energy())
        .isCloseTo(-Math.log(16), within(1e-6));
    assertThat(new Ranking(List.of("a", "b", "c"), LOGITS, 0, 2).energy())
        .isCloseTo(-2 * Math.log(3 + 1 + Math.sqrt(6)), within(1e-6));
  }

  @Test
  void energyFallsWithEveryLabelsEvidenceAlike() {
    assertThat(ranking(new float[] {1, 1}, 2).energy())
        .isLessThan(ranking(new float[] {0, 0}, 2).energy());
  }

  @Test
  void itIsAListOfAllLabelsAndNoMore() {
    Ranking ranking = ranking(new float[] {1, 2}, 2);

    assertThat(ranking).isEqualTo(List.copyOf(ranking));
    assertThatThrownBy(() -> ranking.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> ranking.remove(0)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void logitsMayLieBehindOthers() {
    float[] row = {9, 0, 1, 3, 2, 9};

    Ranking ranking = new Ranking(List.of("a", "b", "c"), row, 2, 1);

    assertThat(ranking).extracting(ScoredLabel::label).containsExactly("b", "c", "a");
    assertThat(ranking.first(2)).extracting(ScoredLabel::label).containsExactly("b", "c");
    assertThat(ranking)
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(
            new Ranking(List.of("a", "b", "c"), new float[] {1, 3, 2}, 0, 1));
    assertThat(ranking.energy())
        .isEqualTo(new Ranking(List.of("a", "b", "c"), new float[] {1, 3, 2}, 0, 1).energy());
  }

  private static Ranking ranking(float[] logits, int count) {
    return new Ranking(IntStream.range(0, count).mapToObj(String::valueOf).toList(), logits, 0, 1);
  }

  private static List<String> labels(Ranking ranking) {
    return ranking.stream().map(ScoredLabel::label).toList();
  }
}
