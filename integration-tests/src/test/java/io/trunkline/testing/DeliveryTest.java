package io.trunkline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DeliveryTest {
  @Test
  void tellsWhatIsMissingRepeatedAndInvented() {
    assertThat(Delivery.compare(List.of("a", "b", "c"), List.of("c", "b", "c", "d")))
        .isEqualTo(new Delivery(Set.of("a"), Set.of("c"), Set.of("d")));
  }

  @Test
  void orderDoesNotMatter() {
    assertThat(Delivery.compare(List.of("a", "b"), List.of("b", "a")))
        .isEqualTo(Delivery.EXACTLY_ONCE);
  }
}
