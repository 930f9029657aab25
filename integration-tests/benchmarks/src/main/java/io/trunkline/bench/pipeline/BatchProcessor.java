package io.trunkline.bench.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Keeps questions back until there are enough to be tagged together. Kafka Streams hands them over
 * one by one and may commit in between: so those that wait are in a store, which is written down at
 * a commit, and only then, as it has a cache.
 */
@SuppressWarnings("NullAway.Init") // Kafka Streams sets it up.
final class BatchProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
  private static final String STORE = "waiting";
  private static final int BATCH = 256;
  private static final Duration LONGEST_WAIT = Duration.ofMillis(20);

  private final Relabeller relabeller;
  private final CountDownLatch left;
  private final List<ConsumerRecord<byte[], byte[]>> waiting = new ArrayList<>();

  /**
   * The questions that wait, which bring their ids, by place in the batch: what is written over
   * between two commits costs nothing.
   */
  private KeyValueStore<Integer, byte[]> store;

  /**
   * @param left counts the questions down that are tagged
   */
  BatchProcessor(Relabeller relabeller, CountDownLatch left) {
    this.relabeller = relabeller;
    this.left = left;
  }

  /** The store that it needs. */
  static StoreBuilder<KeyValueStore<Integer, byte[]>> store() {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(STORE), Serdes.Integer(), Serdes.ByteArray())
        .withCachingEnabled();
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    store = context.getStateStore(STORE);
    try (KeyValueIterator<Integer, byte[]> kept = store.all()) {
      kept.forEachRemaining(entry -> waiting.add(question(entry.value)));
    }
    context.schedule(LONGEST_WAIT, PunctuationType.WALL_CLOCK_TIME, now -> tag());
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    store.put(waiting.size(), record.value());
    waiting.add(question(record.value()));
    if (waiting.size() >= BATCH) {
      tag();
    }
  }

  private static ConsumerRecord<byte[], byte[]> question(byte[] value) {
    return new ConsumerRecord<>("questions", 0, 0, new byte[0], value);
  }

  private void tag() {
    relabeller.label(waiting, this::forward);
    for (int place = 0; place < waiting.size(); place++) {
      store.delete(place);
      left.countDown();
    }
    waiting.clear();
  }

  private void forward(ProducerRecord<byte[], byte[]> label) {
    context()
        .forward(
            new Record<>(
                label.key(), label.value(), context().currentSystemTimeMs(), label.headers()),
            label.topic());
  }
}
