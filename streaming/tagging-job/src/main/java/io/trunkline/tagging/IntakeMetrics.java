package io.trunkline.tagging;

import io.trunkline.tagging.records.Rejected;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * What is counted of the records read, in the group {@code trunkline} of the intake's metrics. The
 * names are stable.
 *
 * <ul>
 *   <li>{@code recordsIn}: records read from the questions topic
 *   <li>{@code reason.<decode|validate>.deadLetters}: records that became dead letters
 * </ul>
 */
final class IntakeMetrics {
  private final Counter recordsIn;
  private final Map<Rejected.Stage, Counter> deadLetters = new EnumMap<>(Rejected.Stage.class);

  IntakeMetrics(MetricGroup operator) {
    MetricGroup group = operator.addGroup("trunkline");
    recordsIn = group.counter("recordsIn");
    for (Rejected.Stage stage : EnumSet.of(Rejected.Stage.DECODE, Rejected.Stage.VALIDATE)) {
      deadLetters.put(stage, deadLetters(group, stage));
    }
  }

  static Counter deadLetters(MetricGroup group, Rejected.Stage stage) {
    String reason = stage.name().toLowerCase(Locale.ROOT);
    return group.addGroup("reason", reason).counter("deadLetters");
  }

  void recordRead() {
    recordsIn.inc();
  }

  void recordRejected(Rejected.Stage stage) {
    Objects.requireNonNull(deadLetters.get(stage)).inc();
  }
}
