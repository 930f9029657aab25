package io.trunkline.feedback.join;

import io.trunkline.feedback.serde.AvroSerdes;
import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.schemas.avro.EventFact;
import io.trunkline.schemas.avro.EventLabel;
import io.trunkline.schemas.avro.EventState;
import io.trunkline.schemas.avro.EventText;
import io.trunkline.schemas.avro.Feedback;
import io.trunkline.schemas.avro.FeedbackRecord;
import io.trunkline.schemas.avro.Judgement;
import io.trunkline.schemas.avro.LabelledExample;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers what is heard of an event under its id. Puts out {@link LabelledExample} under the
 * event's id, {@link Judgement} under the task and {@link DeadLetter} under the original record's
 * address.
 *
 * <p>Time is the broker's: events carry old times, and feedback may be days late.
 */
public final class EventJoin
    extends ContextualProcessor<String, EventFact, String, SpecificRecord> {
  static final Duration PUNCTUATION = Duration.ofSeconds(1);

  /** How many a punctuation looks at: it holds up the records meanwhile. */
  static final int MAX_DUE = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(EventJoin.class);

  private final JoinRules rules;
  private final int maxStateBytes;
  private final Deserializer<Feedback> feedback = AvroSerdes.of(Feedback.class).deserializer();

  @SuppressWarnings("NullAway.Init") // Made by init.
  private BrokerClock clock;

  @SuppressWarnings("NullAway.Init") // Made by init.
  private EventStore events;

  @SuppressWarnings("NullAway.Init") // Made by init.
  private ExpiryIndex expiry;

  private EventJoin(JoinSettings settings) {
    this.rules = JoinRules.of(settings);
    this.maxStateBytes = settings.maxRecordBytes();
  }

  /** The processor with its stores. */
  public static ProcessorSupplier<String, EventFact, String, SpecificRecord> supplier(
      JoinSettings settings) {
    return new ProcessorSupplier<>() {
      @Override
      public EventJoin get() {
        return new EventJoin(settings);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return JoinStores.builders();
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    super.init(context);
    clock = new BrokerClock(context);
    events = new EventStore(context.getStateStore(JoinStores.EVENTS), maxStateBytes);
    expiry = new ExpiryIndex(context.getStateStore(JoinStores.EXPIRY));
    context.schedule(PUNCTUATION, PunctuationType.WALL_CLOCK_TIME, this::expire);
  }

  @Override
  public void process(Record<String, EventFact> record) {
    String id = record.key();
    EventState before = events.get(id);
    Event event = event(id, before, clock.timeOf(record.timestamp()));
    Object fact = record.value().getFact();
    tell(event, fact);
    EventState after = event.state();
    if (!events.put(id, after)) {
      refuse(id, fact);
      return;
    }
    if (before == null) {
      expiry.add(after.getExpiresAt(), id);
    }
    event.results().forEach(this::forward);
  }

  private void tell(Event event, Object fact) {
    if (fact instanceof EventText text) {
      event.asked(text);
    } else if (fact instanceof EventLabel label) {
      event.labelled(label);
    } else {
      FeedbackRecord origin = (FeedbackRecord) fact;
      ByteBuffer value = origin.getValue().duplicate();
      event.corrected(feedback.deserialize(origin.getTopic(), new RecordHeaders(), value), origin);
    }
  }

  /** There is no room for it. */
  private void refuse(String id, Object fact) {
    if (fact instanceof FeedbackRecord origin) {
      Results results = results(id);
      results.unjoined(origin, "too much is known of the event '%s' to keep more of it for %s");
      results.records().forEach(this::forward);
    } else {
      LOG.warn(
          "{} is left out: what is known of its event would pass {} bytes",
          fact.getClass().getSimpleName(),
          maxStateBytes);
    }
  }

  /**
   * Looks at those that were to expire by now. Of some more has been heard since: the index is put
   * right only here, so that hearing of an event costs one write.
   */
  private void expire(long time) {
    Instant now = clock.now();
    for (String id : expiry.takeDue(now, MAX_DUE)) {
      EventState state = events.get(id);
      if (state == null) {
        continue;
      }
      if (state.getExpiresAt().isAfter(now)) {
        expiry.add(state.getExpiresAt(), id);
        continue;
      }
      expire(event(id, state, now), id);
    }
  }

  private void expire(Event event, String id) {
    event.expire();
    EventState after = event.state();
    if (event.hasExpired()) {
      events.put(id, after);
      expiry.add(after.getExpiresAt(), id);
    } else {
      events.delete(id);
    }
    event.results().forEach(this::forward);
  }

  private void forward(SpecificRecord result) {
    context().forward(new Record<>(Results.key(result), result, context().currentSystemTimeMs()));
  }

  private Event event(String id, @Nullable EventState state, Instant heardAt) {
    return new Event(id, state, heardAt.plus(rules.timeToLive()), results(id));
  }

  private Results results(String id) {
    return new Results(id, Instant.ofEpochMilli(context().currentSystemTimeMs()), rules);
  }
}
