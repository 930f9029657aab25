package io.trunkline.tagging.models;

import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.wire.AvroCodec;
import java.time.Instant;

/** Announcements for tests. */
public final class Announcements {
  private Announcements() {}

  /** Announces the model whose digest is 64 times this digit. */
  public static Announcement of(long generation, char digit) {
    ModelAnnouncement record =
        new ModelAnnouncement(digest(digit), Instant.ofEpochSecond(generation), "a test", "");
    return new Announcement(generation, AvroCodec.of(ModelAnnouncement.class).encode(record));
  }

  public static String digest(char digit) {
    return String.valueOf(digit).repeat(64);
  }
}
