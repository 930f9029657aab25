package io.trunkline.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue.One;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FewExamplesTest {
  private static final List<Example> EXAMPLES =
      IntStream.range(0, 40)
          .mapToObj(
              i ->
                  new Example(
                      "e" + i,
                      "text " + i,
                      Map.of("scarce", new One(i < 38 ? "many" : "rare"), "other", new One("x"))))
          .toList();

  @Test
  void ofEachLabelSoManyAreKept() {
    List<Example> few = FewExamples.of(EXAMPLES, "scarce", 5, new SplittableRandom(1));
    assertThat(few).hasSize(40);
    assertThat(labelled(few, "many")).isEqualTo(5);
    assertThat(labelled(few, "rare")).isEqualTo(2);
    assertThat(few).allMatch(example -> example.labels().containsKey("other"));
  }

  @Test
  void theSeedDecidesWhich() {
    List<Example> few = FewExamples.of(EXAMPLES, "scarce", 5, new SplittableRandom(1));
    assertThat(FewExamples.of(EXAMPLES, "scarce", 5, new SplittableRandom(1))).isEqualTo(few);
    assertThat(FewExamples.of(EXAMPLES, "scarce", 5, new SplittableRandom(2))).isNotEqualTo(few);
  }

  private static long labelled(List<Example> examples, String label) {
    return examples.stream()
        .filter(example -> new One(label).equals(example.labels().get("scarce")))
        .count();
  }
}
