package io.trunkline.tagging.format;

import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.schemas.wire.MalformedRecordException;
import io.trunkline.tagging.models.Announcement;
import java.util.regex.Pattern;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
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
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  @SuppressWarnings("NullAway.Init") // Made by open.
  private transient AvroCodec<ModelAnnouncement> codec;

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    codec = AvroCodec.of(ModelAnnouncement.class);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Announcement> out) {
    String problem = problem(record.value());
    if (problem == null) {
      out.collect(new Announcement(record.offset(), record.value()));
    } else {
      LOG.warn(
          "Passed over the record at offset {} of {}: {}",
          record.offset(),
          record.topic(),
          problem);
    }
  }

  @Override
  public TypeInformation<Announcement> getProducedType() {
    return TypeInformation.of(Announcement.class);
  }

  private @Nullable String problem(byte @Nullable [] value) {
    if (value == null) {
      return "no value, expected an announcement";
    }
    try {
      String digest = codec.decode(value).getDigest();
      return DIGEST.matcher(digest).matches()
          ? null
          : OneLine.of("digest '" + digest + "', expected 64 hexadecimal digits in lower case");
    } catch (MalformedRecordException e) {
      return OneLine.of(String.valueOf(e.getMessage()));
    }
  }
}
