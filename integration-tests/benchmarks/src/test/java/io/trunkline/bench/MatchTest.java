package io.trunkline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchTest {
  private final List<String> order = new ArrayList<>();

  @Test
  void contestantsTakeTurnsAndWarmUpsDoNotCount() throws Exception {
    List<Contestant> contestants = List.of(contestant("a", 0), contestant("b", 10));
    int[] steps = new int[1];

    assertThat(new Match(1, 2, () -> steps[0]++).play(contestants))
        .containsExactly(entry("a", List.of(2.0, 3.0)), entry("b", List.of(12.0, 13.0)));
    assertThat(order).containsExactly("a", "b", "a", "b", "a", "b");
    assertThat(steps[0]).isEqualTo(6);
  }

  /** Faster by one in each round. */
  private Contestant contestant(String name, double speed) {
    return new Contestant() {
      private double reached = speed;

      @Override
      public String name() {
        return name;
      }

      @Override
      public double round() {
        order.add(name);
        return ++reached;
      }
    };
  }
}
