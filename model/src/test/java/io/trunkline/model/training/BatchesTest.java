package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.network.LabelledText;
import io.trunkline.model.network.Target;
import io.trunkline.model.text.EncodedText;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static final List<LabelledText> TEXTS =
      IntStream.range(0, 1_003).mapToObj(i -> text(1 + i % 40, i)).toList();

  @Test
  void everyTextIsDealtOnce() {
    List<List<LabelledText>> batches = Batches.deal(TEXTS, 10, new SplittableRandom(1));
    assertThat(batches).hasSize(Batches.count(1_003, 10)).hasSize(101);
    assertThat(batches.stream().flatMap(Collection::stream))
        .containsExactlyInAnyOrderElementsOf(TEXTS);
    assertThat(batches.stream().mapToInt(List::size).sorted().limit(2)).containsExactly(3, 10);
  }

  @Test
  void aBatchHasTextsOfAboutOneLength() {
    double spread =
        Batches.deal(TEXTS, 10, new SplittableRandom(1)).stream()
            .mapToInt(
                batch -> {
                  var lengths =
                      batch.stream().mapToInt(t -> t.text().words().length).summaryStatistics();
                  return lengths.getMax() - lengths.getMin();
                })
            .average()
            .orElseThrow();
    // Sorted 320 at a time over 40 lengths, a batch spans about two; unsorted it would be over 30.
    assertThat(spread).isLessThan(4);
  }

  @Test
  void theSeedDecidesTheOrder() {
    assertThat(Batches.deal(TEXTS, 10, new SplittableRandom(1)))
        .isEqualTo(Batches.deal(TEXTS, 10, new SplittableRandom(1)))
        .isNotEqualTo(Batches.deal(TEXTS, 10, new SplittableRandom(2)));
  }

  private static LabelledText text(int length, int label) {
    return new LabelledText(
        new EncodedText(new int[length], new int[] {0}, new int[0]),
        List.of(new Target.OneClass(label)));
  }
}
