package io.trunkline.tagging;

import io.trunkline.model.ModelVersion;
import io.trunkline.tagging.records.Rejected;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * What the tagging operator counts, in the group {@code trunkline} of its own metrics. The names
 * are stable.
 *
 * <ul>
 *   <li>{@code task.<task>.labels}: labels emitted
 *   <li>{@code dispatch.<reason>.batches}: batches, by why they were tagged when they were: {@code
 *       size}, {@code length}, {@code deadline}, {@code checkpoint}, {@code model}, {@code idle} or
 *       {@code end}
 *   <li>{@code batchSize}: questions in a batch
 *   <li>{@code queueMillis}: how long a batch's first question waited for the others
 *   <li>{@code modelMicros}: how long the model took for a batch
 *   <li>{@code generation}: of the model that serves; -1 if it was never announced
 *   <li>{@code swaps}: times another model took over, the first one not counted
 * </ul>
 *
 * {@code reason.tag.deadLetters} is counted here too; see {@link IntakeMetrics} for the rest.
 */
final class TaggingMetrics {
  /** Enough for a steady p99, and a few kilobytes. */
  private static final int WINDOW = 1_000;

  private final Map<String, Counter> labels = new HashMap<>();
  private final Counter deadLetters;
  private final Map<Dispatch, Counter> batches = new EnumMap<>(Dispatch.class);
  private final Histogram batchSize;
  private final Histogram queueMillis;
  private final Histogram modelMicros;
  private final Counter swaps;

  TaggingMetrics(MetricGroup operator, Set<String> tasks, Supplier<ModelVersion> serving) {
    MetricGroup group = operator.addGroup("trunkline");
    for (String task : tasks) {
      labels.put(task, group.addGroup("task", task).counter("labels"));
    }
    for (Dispatch reason : Dispatch.values()) {
      String name = reason.name().toLowerCase(Locale.ROOT);
      batches.put(reason, group.addGroup("dispatch", name).counter("batches"));
    }
    deadLetters = IntakeMetrics.deadLetters(group, Rejected.Stage.TAG);
    batchSize = group.histogram("batchSize", new DescriptiveStatisticsHistogram(WINDOW));
    queueMillis = group.histogram("queueMillis", new DescriptiveStatisticsHistogram(WINDOW));
    modelMicros = group.histogram("modelMicros", new DescriptiveStatisticsHistogram(WINDOW));
    group.gauge("generation", (Gauge<Long>) () -> serving.get().generation());
    swaps = group.counter("swaps");
  }

  void batchTagged(Dispatch reason, int size, long queuedMillis, long tookMicros) {
    Objects.requireNonNull(batches.get(reason)).inc();
    batchSize.update(size);
    queueMillis.update(queuedMillis);
    modelMicros.update(tookMicros);
  }

  void labelEmitted(String task) {
    Objects.requireNonNull(labels.get(task)).inc();
  }

  void questionRejected() {
    deadLetters.inc();
  }

  void modelSwapped() {
    swaps.inc();
  }
}
