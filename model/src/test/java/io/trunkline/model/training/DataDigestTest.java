package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataDigestTest {
  private static final Example EXAMPLE = example("1", "who", "a");

  @Test
  void ofNothingItIsTheDigestOfNoBytes() {
    assertThat(DataDigest.of(List.of()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void everythingInAnExampleCounts() {
    assertThat(
            List.of(
                digest(EXAMPLE),
                digest(example("2", "who", "a")),
                digest(example("1", "whom", "a")),
                digest(example("1", "who", "b")),
                digest(new Example("1", "who", Map.of())),
                digest(new Example("1", "who", Map.of("t", "a"), Map.of())),
                digest(example("1w", "ho", "a")),
                digest(EXAMPLE, EXAMPLE)))
        .doesNotHaveDuplicates();
  }

  @Test
  void theSameExamplesHaveTheSameDigest() {
    assertThat(digest(example("1", "who", "a"))).isEqualTo(digest(EXAMPLE)).hasSize(64);
  }

  private static String digest(Example... examples) {
    return DataDigest.of(List.of(examples));
  }

  private static Example example(String id, String text, String label) {
    return new Example(id, text, Map.of("t", new LabelValue.One(label)));
  }
}
