package io.trunkline.feedback.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.feedback.intake.BrokerTime;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

final class BrokerClockTest {
  private static final long MACHINE = 1_000_000;
  private static final long BROKER = 5_000;

  private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
  private final BrokerClock clock = new BrokerClock(context);

  @Test
  void goesOnFromTheLatestRecordByTheMachinesClock() {
    at(BROKER, MACHINE);
    assertThat(clock.now()).isEqualTo(Instant.ofEpochMilli(BROKER));

    at(BROKER, MACHINE + 70);
    assertThat(clock.now()).isEqualTo(Instant.ofEpochMilli(BROKER + 70));

    at(BROKER + 90, MACHINE + 80);
    assertThat(clock.now()).isEqualTo(Instant.ofEpochMilli(BROKER + 90));
  }

  @Test
  void standsStillWhileTheApplicationDoes() {
    at(BROKER, MACHINE + 10_000_000);

    assertThat(clock.now()).isEqualTo(Instant.ofEpochMilli(BROKER));
  }

  @Test
  void isTheMachinesWhereNoRecordsTimeIsKnown() {
    at(BrokerTime.UNKNOWN, MACHINE);

    assertThat(clock.now()).isEqualTo(Instant.ofEpochMilli(MACHINE));
  }

  private void at(long stream, long machine) {
    context.setCurrentStreamTimeMs(stream);
    context.setCurrentSystemTimeMs(machine);
  }
}
