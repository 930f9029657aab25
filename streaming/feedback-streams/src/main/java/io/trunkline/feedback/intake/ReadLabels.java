package io.trunkline.feedback.intake;

import io.trunkline.schemas.avro.EventFact;
import io.trunkline.schemas.avro.EventLabel;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns labels into facts of their events. */
public final class ReadLabels extends ContextualProcessor<byte[], byte[], String, EventFact> {
  private static final Logger LOG = LoggerFactory.getLogger(ReadLabels.class);

  private final LabelDecoder decoder;
  private final int maxBytes;

  /**
   * @param maxBytes the longest record that is read
   */
  public ReadLabels(LabelDecoder decoder, int maxBytes) {
    this.decoder = decoder;
    this.maxBytes = maxBytes;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    ConsumerRecord<byte[], byte[]> source = SourceRecords.of(context(), record);
    try {
      if (SourceRecords.size(source.value()) > maxBytes) {
        throw new IOException(source.value().length + " bytes, expected at most " + maxBytes);
      }
      GivenLabel label = decoder.decode(source);
      EventFact fact =
          new EventFact(
              new EventLabel(label.task(), label.value(), label.modelDigest(), label.generation()));
      context().forward(new Record<>(label.eventId(), fact, record.timestamp()));
    } catch (IOException | RuntimeException e) {
      LOG.warn(
          "{} is left out, it holds no label: {}", SourceRecords.address(source), e.getMessage());
    }
  }
}
