package io.trunkline.feedback.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class EveryInstanceTest {
  private static final int PARTITIONS = 4;

  @Test
  void putsTogetherWhatEachHas() throws Exception {
    Page all = every(has("b", 0, 3), has("a", 1), has("c", 2)).read();

    assertThat(all.partitions()).containsExactly(0, 1, 2, 3);
    assertThat(all.toJson().get("quality"))
        .extracting(row -> row.get("task").asText())
        .containsExactly("a", "b", "c");
    assertThat(all.ofTask("c").quality()).hasSize(1);
  }

  @Test
  void refusesAPartForTheWhole() {
    assertThatThrownBy(() -> every(has("a", 0), has("b", 2, 3)).read())
        .isInstanceOf(UnavailableException.class)
        .hasMessage("3 of 4 partitions are served; ask again in a moment");
  }

  @Test
  void refusesToCountTwice() {
    assertThatThrownBy(() -> every(has("a", 0, 1, 2), has("b", 2, 3)).read())
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("changing hands");
  }

  @Test
  void saysWhichInstanceIsMissing() {
    Instance gone =
        () -> {
          throw new UnavailableException("the instance at x:1 does not answer");
        };
    assertThatThrownBy(() -> every(has("a", 0, 1, 2, 3), gone).read()).hasMessageContaining("x:1");
  }

  @Test
  void aPageIsTheSameAfterItsJourney() throws Exception {
    Page page = has("a", 2, 0).read();

    assertThat(Page.fromJson(page.toJson())).isEqualTo(page);
  }

  private static Instance every(Instance here, Instance... others) {
    return new EveryInstance(here, () -> List.of(others), PARTITIONS);
  }

  private static Instance has(String task, Integer... partitions) {
    JsonNode row = JsonNodeFactory.instance.objectNode().put("task", task);
    Set<Integer> covered = new TreeSet<>(List.of(partitions));
    return () -> new Page(covered, List.of(row));
  }
}
