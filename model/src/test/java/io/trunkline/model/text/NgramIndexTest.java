package io.trunkline.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NgramIndexTest {
  @Test
  void everyNgramHasARowOfItsOwnWhileThereIsRoom() {
    int[] hashes = new SplittableRandom(1).ints(3_000).distinct().toArray();
    NgramIndex index = NgramIndex.of(List.of(hashes), 1 << 20);
    assertThat(index.owners()).hasSize(4_096);
    assertThat(rows(index, hashes)).doesNotHaveDuplicates().hasSizeGreaterThan(2_900);
  }

  @Test
  void whatWasNotSeenHasNone() {
    SplittableRandom random = new SplittableRandom(2);
    int[] seen = IntStream.range(0, 1_000).map(i -> 2 * random.nextInt()).toArray();
    NgramIndex index = NgramIndex.of(List.of(seen), 1 << 20);
    for (int i = 0; i < 10_000; i++) {
      assertThat(index.row(2 * random.nextInt() + 1)).isEqualTo(NgramIndex.NONE);
    }
  }

  @Test
  void theMostFrequentGoFirst() {
    // Thirty that all want the first row; there are only eight places where they may lie.
    List<int[]> texts =
        IntStream.rangeClosed(1, 30)
            .mapToObj(i -> IntStream.range(0, i).map(times -> i * 16).toArray())
            .toList();
    NgramIndex index = NgramIndex.of(texts, 16);
    assertThat(index.owners()).hasSize(16);
    assertThat(rows(index, new int[] {30 * 16, 29 * 16, 23 * 16})).hasSize(3);
    assertThat(rows(index, new int[] {22 * 16, 1 * 16})).isEmpty();
  }

  @Test
  void anIndexIsWhatItsOwnersAre() {
    int[] hashes = {0, 1, -1, 77, Integer.MIN_VALUE};
    NgramIndex index = NgramIndex.of(List.of(hashes), 64);
    NgramIndex again = new NgramIndex(index.owners());
    assertThat(rows(again, hashes)).isEqualTo(rows(index, hashes)).hasSize(5);
    // Nobody's mark is no hash: it shares the row of the next.
    assertThat(again.row(0)).isEqualTo(again.row(1));
  }

  @Test
  void theOrderOfTextsDoesNotMatter() {
    int[] one = {5, 9, 5, 21};
    int[] other = {7, 9, 37};
    assertThat(NgramIndex.of(List.of(one, other), 16).owners())
        .isEqualTo(NgramIndex.of(List.of(other, one), 16).owners());
  }

  @Test
  void aGrownIndexHasRowsForAllAndSaysWhereTheOldOnesAre() {
    int[] old = new SplittableRandom(3).ints(1_000).distinct().toArray();
    int[] further = new SplittableRandom(4).ints(1_000).distinct().toArray();
    NgramIndex index = NgramIndex.of(List.of(old), 1 << 20);

    NgramIndex grown = index.grow(List.of(further), 1 << 20);

    assertThat(grown.owners()).hasSize(4_096);
    assertThat(rows(grown, further)).doesNotHaveDuplicates().hasSizeGreaterThan(980);
    int[] rows = grown.rowsOf(index);
    int[] kept = IntStream.of(old).filter(hash -> index.row(hash) != NgramIndex.NONE).toArray();
    assertThat(kept).hasSizeGreaterThan(980);
    for (int hash : kept) {
      assertThat(rows[index.row(hash)]).isEqualTo(grown.row(hash)).isNotEqualTo(NgramIndex.NONE);
    }
  }

  @Test
  void inAFullIndexWhatComesOnceAtMostGivesWay() {
    NgramIndex full = NgramIndex.of(List.of(IntStream.range(1, 17).toArray()), 16);
    int[] frequent = {101, 102, 103, 104};

    NgramIndex grown = full.grow(List.of(frequent, frequent, new int[] {1, 1, 2, 200}), 16);

    assertThat(grown.owners()).hasSize(16);
    assertThat(rows(grown, frequent)).hasSize(4);
    assertThat(grown.row(1)).isNotEqualTo(NgramIndex.NONE);
    assertThat(grown.row(200)).isEqualTo(NgramIndex.NONE);
    assertThat(IntStream.range(1, 17).filter(i -> grown.row(i) != NgramIndex.NONE)).hasSize(12);
  }

  private static int[] rows(NgramIndex index, int... hashes) {
    Rows rows = new Rows();
    index.addRows(new Rows(hashes), rows);
    return rows.toArray();
  }
}
