package io.trunkline.tagging.models;

import io.trunkline.model.ModelVersion;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.schemas.wire.MalformedRecordException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * An announcement as it was read from the models topic.
 *
 * @param generation its offset there; {@link ModelVersion#UNANNOUNCED} for a model that was
 *     configured and never announced
 * @param record its bytes, a {@link ModelAnnouncement} that can be decoded
 */
@SuppressWarnings("ArrayRecordComponent") // Moved along, never compared.
public record Announcement(long generation, byte[] record) implements Serializable {
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
