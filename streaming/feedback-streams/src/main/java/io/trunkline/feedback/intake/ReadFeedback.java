package io.trunkline.feedback.intake;

import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.schemas.avro.EventFact;
import io.trunkline.schemas.avro.Feedback;
import io.trunkline.schemas.avro.FeedbackRecord;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.schemas.wire.MalformedRecordException;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Turns feedback into facts of its events, {@link EventFact} under the event's id, and what cannot
 * be used into dead letters. A fact carries the record as it was read: it may yet become a dead
 * letter.
 */
public final class ReadFeedback
    extends ContextualProcessor<byte[], byte[], String, SpecificRecord> {
  private final AvroCodec<Feedback> codec = AvroCodec.of(Feedback.class);
  private final DeadLetters deadLetters;
  private final int maxBytes;

  /**
   * @param maxBytes the longest record that is read, key and value together
   */
  public ReadFeedback(int maxBytes) {
    this.deadLetters = new DeadLetters(maxBytes);
    this.maxBytes = maxBytes;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    ConsumerRecord<byte[], byte[]> source = SourceRecords.of(context(), record);
    try {
      Feedback feedback = read(source);
      EventFact fact = new EventFact(SourceRecords.feedback(source));
      context().forward(new Record<>(feedback.getEventId(), fact, record.timestamp()));
    } catch (MalformedRecordException e) {
      reject(source, "decode", e);
    } catch (InvalidFeedbackException e) {
      reject(source, "validate", e);
    }
  }

  private Feedback read(ConsumerRecord<byte[], byte[]> source)
      throws MalformedRecordException, InvalidFeedbackException {
    if (source.value() == null) {
      throw new InvalidFeedbackException("the record has no value, expected feedback");
    }
    int size = source.value().length + SourceRecords.size(source.key());
    if (size > maxBytes) {
      throw new InvalidFeedbackException(
          "the record has " + size + " bytes, expected at most " + maxBytes);
    }
    Feedback feedback = codec.decode(source.value());
    FeedbackRules.check(feedback);
    return feedback;
  }

  private void reject(ConsumerRecord<byte[], byte[]> source, String stage, Exception error) {
    FeedbackRecord origin = SourceRecords.feedback(source);
    String message = error.getMessage() == null ? "no reason given" : error.getMessage();
    DeadLetter letter =
        deadLetters.of(
            origin,
            stage,
            error.getClass(),
            message,
            Instant.ofEpochMilli(context().currentSystemTimeMs()));
    context()
        .forward(
            new Record<>(DeadLetters.key(letter), letter, letter.getFailedAt().toEpochMilli()));
  }
}
