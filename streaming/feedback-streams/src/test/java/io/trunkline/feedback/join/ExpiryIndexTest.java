package io.trunkline.feedback.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ExpiryIndexTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  private ExpiryIndex index;

  @BeforeEach
  void empty() {
    KeyValueStore<Bytes, byte[]> store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore("expiry"), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    store.init(new MockProcessorContext<>().getStateStoreContext(), store);
    index = new ExpiryIndex(store);
  }

  @Test
  void whatIsDueIsTakenOutMostOverdueFirst() {
    index.add(NOON, "third");
    index.add(NOON.minusMillis(1), "second é");
    index.add(NOON.minusSeconds(86_400 * 365), "first");
    index.add(NOON.plusMillis(1), "later");

    assertThat(index.takeDue(NOON, 10)).containsExactly("first", "second é", "third");
    assertThat(index.takeDue(NOON, 10)).isEmpty();
    assertThat(index.takeDue(NOON.plusMillis(1), 10)).containsExactly("later");
  }

  @Test
  void noMoreAreTakenThanAskedFor() {
    for (int i = 0; i < 25; i++) {
      index.add(NOON, "e" + i);
    }
    assertThat(index.takeDue(NOON, 10)).hasSize(10);
    assertThat(index.takeDue(NOON, 10)).hasSize(10);
    assertThat(index.takeDue(NOON, 10)).hasSize(5);
  }

  @Test
  void eventsOfOneTimeAreKeptApart() {
    index.add(NOON, "");
    index.add(NOON, "a");

    assertThat(index.takeDue(NOON, 10)).containsExactly("", "a");
  }
}
