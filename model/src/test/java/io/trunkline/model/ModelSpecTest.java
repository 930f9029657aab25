package io.trunkline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelSpecTest {
  @Test
  void aTaskMayReadTasksThatReadOthers() {
    assertThat(spec(reading("a", "b", "c"), reading("b", "c"), reading("c")).tasks()).hasSize(3);
  }

  @Test
  void aTaskThatReadsAnAbsentOneIsRefused() {
    assertThatThrownBy(() -> spec(reading("a", "b")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("task a reads task b, which is not there");
  }

  @Test
  void aTaskThatReadsItselfIsRefused() {
    assertThatThrownBy(() -> spec(reading("a", "a")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("task a reads itself");
  }

  @Test
  void tasksThatReadEachOtherAreRefused() {
    assertThatThrownBy(() -> spec(reading("a", "b"), reading("b", "c"), reading("c", "a")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("reads itself");
  }

  @Test
  void spansThatReadOtherTasksAreRefused() {
    Task spans = new Task("s", TaskKind.SPANS, List.of("x"), false, List.of("a"));
    assertThatThrownBy(() -> spec(reading("a"), spans))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("task s is spans");
  }

  private static Task reading(String name, String... others) {
    return new Task(name, TaskKind.SINGLE_LABEL, List.of(name, "other"), false, List.of(others));
  }

  private static ModelSpec spec(Task... tasks) {
    return new ModelSpec(
        List.of(tasks),
        new ModelSpec.Features(8, 8, 8),
        new ModelSpec.Network(2, 2, ModelSpec.Network.Arrangement.PARALLEL, List.of(2), 2));
  }
}
