package io.trunkline.feedback.join;

import io.trunkline.feedback.intake.BrokerTime;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * What time it is at the broker, as far as records tell: the latest time of any record, which Kafka
 * Streams keeps over a restart, and what has gone by on the machine's clock since it was heard. So
 * time stands still while the application does, and moves on while nothing is heard. Where no
 * record's time is known it is the machine's clock.
 */
final class BrokerClock {
  private final ProcessingContext context;
  private long latest = BrokerTime.UNKNOWN;
  private long heardAt;

  BrokerClock(ProcessingContext context) {
    this.context = context;
  }

  Instant now() {
    long machine = context.currentSystemTimeMs();
    long stream = context.currentStreamTimeMs();
    if (stream > latest) {
      latest = stream;
      heardAt = machine;
    }
    return Instant.ofEpochMilli(
        latest == BrokerTime.UNKNOWN ? machine : latest + machine - heardAt);
  }

  /** When the broker took in what is just heard; the present where that is not known. */
  Instant timeOf(long timestamp) {
    Instant now = now();
    return timestamp == BrokerTime.UNKNOWN ? now : Instant.ofEpochMilli(timestamp);
  }
}
