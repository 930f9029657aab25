package io.trunkline.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Schedule SCHEDULE = new Schedule("load-50", 1_000, 200, 100, 500);

  @Test
  void questionsAreDueAtASteadyPaceFromTheStart() {
    assertThat(SCHEDULE.due(0)).isEqualTo(1_000);
    assertThat(SCHEDULE.due(1)).isEqualTo(1_000 + 5_000_000);
    assertThat(SCHEDULE.due(400)).isEqualTo(1_000 + 2_000_000_000);
  }

  @Test
  void anIdTellsItsQuestionAndOthersAreNone() {
    assertThat(SCHEDULE.question(SCHEDULE.id(42))).isEqualTo(42);
    assertThat(SCHEDULE.question("load-5:1")).isEqualTo(-1);
    assertThat(SCHEDULE.question("first")).isEqualTo(-1);
  }

  @Test
  void warmUpAndMeasuredSecondsMakeTheCount() {
    Schedule schedule = Schedule.of("x", 1_000, 5, 20);

    assertThat(schedule.warmUp()).isEqualTo(5_000);
    assertThat(schedule.count()).isEqualTo(25_000);
  }
}
