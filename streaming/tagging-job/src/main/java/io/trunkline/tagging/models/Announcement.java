package io.trunkline.tagging.models;

import io.trunkline.model.ModelVersion;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.schemas.wire.MalformedRecordException;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An announcement as it was read from the models topic.
 *
 * @param generation its offset there; {@link ModelVersion#UNANNOUNCED} for a model that was
 *     configured and never announced
 * @param record its bytes, a {@link ModelAnnouncement} that can be decoded
 */
@SuppressWarnings("ArrayRecordComponent") // Moved along, never compared.
public record Announcement(long generation, byte[] record) implements Serializable {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /**
   * The announcement that a record of the models topic holds.
   *
   * @throws IOException if it holds none, or one that names no digest; the message is one line
   */
  public static Announcement read(ConsumerRecord<byte[], byte @Nullable []> record)
      throws IOException {
    byte[] value = record.value();
    if (value == null) {
      throw new IOException("no value, expected an announcement");
    }
    String digest = codec().decode(value).getDigest();
    if (!DIGEST.matcher(digest).matches()) {
      throw new IOException(
          "the digest is '" + digest + "', expected 64 hexadecimal digits in lower case");
    }
    return new Announcement(record.offset(), value);
  }

  /** Stands in for the announcement of a model that was configured and never announced. */
  static Announcement configured(String digest) {
    ModelAnnouncement record =
        new ModelAnnouncement(digest, Instant.EPOCH, "pipeline", "configured as the start model");
    return new Announcement(ModelVersion.UNANNOUNCED, codec().encode(record));
  }

  /**
   * The version announced.
   *
   * @throws UncheckedIOException if the record is no announcement after all
   */
  public ModelVersion version() {
    try {
      return new ModelVersion(codec().decode(record).getDigest(), generation);
    } catch (MalformedRecordException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** A new one each time: a codec is confined to one thread, and announcements are rare. */
  private static AvroCodec<ModelAnnouncement> codec() {
    return AvroCodec.of(ModelAnnouncement.class);
  }
}
