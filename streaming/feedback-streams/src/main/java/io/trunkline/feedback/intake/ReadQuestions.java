package io.trunkline.feedback.intake;

import io.trunkline.schemas.avro.EventFact;
import io.trunkline.schemas.avro.EventText;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns questions into facts of their events. */
public final class ReadQuestions extends ContextualProcessor<byte[], byte[], String, EventFact> {
  private static final Logger LOG = LoggerFactory.getLogger(ReadQuestions.class);

  private final QuestionDecoder decoder;
  private final int maxBytes;

  /**
   * @param maxBytes the longest record that is read
   */
  public ReadQuestions(QuestionDecoder decoder, int maxBytes) {
    this.decoder = decoder;
    this.maxBytes = maxBytes;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    ConsumerRecord<byte[], byte[]> source = SourceRecords.of(context(), record);
    if (SourceRecords.size(source.value()) > maxBytes) {
      LOG.warn(
          "{} is left out: {} bytes, expected at most {}",
          SourceRecords.address(source),
          source.value().length,
          maxBytes);
      return;
    }
    try {
      KnownEvent event = decoder.decode(source);
      EventFact fact = new EventFact(new EventText(event.text(), event.attributes()));
      context().forward(new Record<>(event.id(), fact, record.timestamp()));
    } catch (IOException | RuntimeException e) {
      // Runtime exceptions too: what stops at one record stops all that follow it.
      LOG.debug("{} is no question: {}", SourceRecords.address(source), e.getMessage());
    }
  }
}
