package io.trunkline.tagging.format;

import io.trunkline.schemas.wire.OneLine;
import io.trunkline.tagging.models.Announcement;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the models topic: each announcement with its offset as its generation. A record that is no
 * announcement is passed over with a warning in the log, so that nothing on the topic can stop the
 * job; the model before it goes on serving.
 */
public final class ModelAnnouncementDeserializationSchema
    implements KafkaRecordDeserializationSchema<Announcement> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG =
      LoggerFactory.getLogger(ModelAnnouncementDeserializationSchema.class);

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Announcement> out) {
    try {
      out.collect(Announcement.read(record));
    } catch (IOException e) {
      String problem = OneLine.of(String.valueOf(e.getMessage()));
      LOG.warn("Passed over offset {} of {}: {}", record.offset(), record.topic(), problem);
    }
  }

  @Override
  public TypeInformation<Announcement> getProducedType() {
    return TypeInformation.of(Announcement.class);
  }
}
