package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue.One;
import io.trunkline.model.LabelValue.Several;
import io.trunkline.model.data.ExampleWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReservoirTest {
  private static final List<Example> MANY =
      IntStream.range(0, 500)
          .mapToObj(i -> example("text number " + i, i % 50 == 0 ? "rare" : "frequent"))
          .toList();

  @Test
  void theOrderOfArrivalDoesNotMatter() {
    List<Example> shuffled = new ArrayList<>(MANY);
    Collections.shuffle(shuffled, new Random(5));

    assertThat(new Reservoir(2_000).sample(shuffled)).isEqualTo(new Reservoir(2_000).sample(MANY));
  }

  @Test
  void aSampleOfSamplesIsTheSampleOfAll() {
    for (int cut = 1; cut < MANY.size(); cut += 37) {
      Reservoir reservoir = new Reservoir(3_000);
      List<Example> both = new ArrayList<>(reservoir.sample(MANY.subList(0, cut)));
      both.addAll(reservoir.sample(MANY.subList(cut, MANY.size())));

      assertThat(reservoir.sample(both)).isEqualTo(reservoir.sample(MANY));
    }
  }

  @Test
  void everyLabelHasAnEqualPartOfTheBytes() {
    int line = ExampleWriter.lines(List.of(MANY.get(11))).length;
    List<Example> sample = new Reservoir(2L * 10 * line).sample(MANY);

    assertThat(sample).filteredOn(ReservoirTest::isRare).hasSize(10);
    assertThat(sample).filteredOn(example -> !isRare(example)).hasSizeBetween(10, 11);
  }

  @Test
  void theBoundIsPassedByAnExampleAStratumAtTheMost() {
    int longest = ExampleWriter.lines(List.of(MANY.get(450))).length;

    assertThat(ExampleWriter.lines(new Reservoir(5_000).sample(MANY)).length)
        .isLessThanOrEqualTo(5_000 + 2 * longest);
    assertThat(new Reservoir(0).sample(MANY)).isEmpty();
  }

  @Test
  void allIsKeptWhereThereIsRoom() {
    List<Example> several =
        List.of(
            new Example("a", "one", Map.of("things", new Several(List.of("x", "y")))),
            new Example("b", "two", Map.of("things", new Several(List.of()))));

    assertThat(new Reservoir(1 << 20).sample(several)).containsExactlyInAnyOrderElementsOf(several);
  }

  @Test
  void newerWordsTakeThePlaceOfOlderOnes() {
    Example both =
        new Example("1", "Where is it?", Map.of("about", new One("time"), "mood", new One("calm")));
    Example sameText = example("WHERE is it?", "place");
    Example sameId = new Example("2", "other", Map.of("about", new One("person")));
    Example untouched = example("untouched", "place");

    assertThat(
            Reservoir.without(
                List.of(both, new Example("2", "older", sameId.labels()), untouched),
                List.of(sameText, sameId)))
        .containsExactly(
            new Example("1", "Where is it?", Map.of("mood", new One("calm"))), untouched);
  }

  private static boolean isRare(Example example) {
    return example.labels().containsValue(new One("rare"));
  }

  private static Example example(String text, String about) {
    return new Example("", text, Map.of("about", new One(about)));
  }
}
