package io.trunkline.feedback.quality;

import io.trunkline.schemas.avro.Judgement;
import io.trunkline.schemas.avro.VersionQuality;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Counts judgements, which come by task. Puts out {@link io.trunkline.schemas.avro.TaskQuality},
 * for each version at most once in {@link #PUNCTUATION} and always after its last change, and
 * {@link io.trunkline.schemas.avro.Drift}, both under the task.
 */
public final class LiveQuality
    extends ContextualProcessor<String, Judgement, String, SpecificRecord> {
  static final Duration PUNCTUATION = Duration.ofSeconds(1);

  private final QualitySettings settings;
  private final Set<Bytes> unreported = new LinkedHashSet<>();

  @SuppressWarnings("NullAway.Init") // Made by init.
  private KeyValueStore<Bytes, VersionQuality> versions;

  @SuppressWarnings("NullAway.Init") // Made by init.
  private QualityBook book;

  @SuppressWarnings("NullAway.Init") // Made by init.
  private DriftWatch drift;

  private LiveQuality(QualitySettings settings) {
    this.settings = settings;
  }

  /** The processor with its stores. */
  public static ProcessorSupplier<String, Judgement, String, SpecificRecord> supplier(
      QualitySettings settings) {
    return new ProcessorSupplier<>() {
      @Override
      public LiveQuality get() {
        return new LiveQuality(settings);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return QualityStores.builders();
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    super.init(context);
    versions = context.getStateStore(QualityStores.VERSIONS);
    SlidingWindow window = new SlidingWindow(context.getStateStore(QualityStores.WINDOWS));
    book = new QualityBook(versions, window, settings);
    drift = new DriftWatch(context.getStateStore(QualityStores.DRIFT), settings.driftDelta());
    findUnreported();
    context.schedule(PUNCTUATION, PunctuationType.WALL_CLOCK_TIME, time -> report());
  }

  @Override
  public void process(Record<String, Judgement> record) {
    Judgement judgement = record.value();
    book.apply(judgement).forEach(version -> unreported.add(version.toBytes()));
    drift.add(judgement).ifPresent(change -> forward(change.getTask(), change));
  }

  /** What its predecessor had counted but not reported when it ended. */
  private void findUnreported() {
    try (KeyValueIterator<Bytes, VersionQuality> all = versions.all()) {
      all.forEachRemaining(
          version -> {
            if (!version.value.getReported()) {
              unreported.add(version.key);
            }
          });
    }
  }

  private void report() {
    for (Bytes key : unreported) {
      VersionQuality counts = versions.get(key);
      // It may have been forgotten meanwhile.
      if (counts != null) {
        QualityReport.of(counts).forEach(quality -> forward(quality.getTask(), quality));
        versions.put(key, Version.reported(counts));
      }
    }
    unreported.clear();
  }

  private void forward(String task, SpecificRecord value) {
    context().forward(new Record<>(task, value, context().currentSystemTimeMs()));
  }
}
