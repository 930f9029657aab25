package io.trunkline.feedback.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.feedback.serde.AvroSerdes;
import io.trunkline.schemas.avro.DriftWindow;
import io.trunkline.schemas.avro.Judgement;
import io.trunkline.schemas.avro.Outcome;
import io.trunkline.schemas.avro.VersionQuality;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** One that ends between counting and reporting leaves the reporting to the next. */
final class LiveQualityRestartTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  private final List<StateStore> stores =
      List.of(
          store(QualityStores.VERSIONS, Serdes.Bytes(), AvroSerdes.of(VersionQuality.class)),
          store(QualityStores.WINDOWS, Serdes.Bytes(), AvroSerdes.of(Judgement.class)),
          store(QualityStores.DRIFT, Serdes.String(), AvroSerdes.of(DriftWindow.class)));

  @Test
  void whatWasCountedAndNotReportedIsReportedByTheNext() {
    started(new MockProcessorContext<>()).process(judgement());

    MockProcessorContext<String, SpecificRecord> next = new MockProcessorContext<>();
    started(next);
    punctuate(next);
    assertThat(next.forwarded()).hasSize(2);

    MockProcessorContext<String, SpecificRecord> third = new MockProcessorContext<>();
    started(third);
    punctuate(third);
    assertThat(third.forwarded()).isEmpty();
  }

  private Processor<String, Judgement, String, SpecificRecord> started(
      MockProcessorContext<String, SpecificRecord> context) {
    context.setCurrentSystemTimeMs(NOON.toEpochMilli());
    stores.forEach(
        store -> {
          store.init(context.getStateStoreContext(), store);
          context.addStateStore(store);
        });
    Processor<String, Judgement, String, SpecificRecord> quality =
        LiveQuality.supplier(QualitySettings.of(10)).get();
    quality.init(context);
    return quality;
  }

  private static void punctuate(MockProcessorContext<String, SpecificRecord> context) {
    context.scheduledPunctuators().get(0).getPunctuator().punctuate(NOON.toEpochMilli());
  }

  private static Record<String, Judgement> judgement() {
    Outcome right = new Outcome(false, true, List.of("a"), List.of(), List.of());
    return new Record<>(
        "intent",
        new Judgement("e1", "ann", "intent", "", 1L, NOON, null, right),
        NOON.toEpochMilli());
  }

  private static <K, V> StateStore store(String name, Serde<K> keys, Serde<V> values) {
    return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), keys, values)
        .withLoggingDisabled()
        .build();
  }
}
