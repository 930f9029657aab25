package io.trunkline.tagging.format;

import io.trunkline.tagging.records.Signal;
import io.trunkline.tagging.records.SourceRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads a topic of the learner's. Records are decoded by the learner, which has somewhere to send
 * those that cannot be.
 */
public final class SignalDeserializationSchema implements KafkaRecordDeserializationSchema<Signal> {
  private static final long serialVersionUID = 1L;

  private final Signal.Kind kind;

  /**
   * @param kind what the topic's records are
   */
  public SignalDeserializationSchema(Signal.Kind kind) {
    this.kind = kind;
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Signal> out) {
    out.collect(
        new Signal(
            kind,
            new SourceRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                record.value())));
  }

  @Override
  public TypeInformation<Signal> getProducedType() {
    return TypeInformation.of(Signal.class);
  }
}
