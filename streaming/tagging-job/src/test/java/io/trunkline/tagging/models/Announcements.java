package io.trunkline.tagging.models;

import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.wire.AvroCodec;
import java.time.Instant;

/** Announcements for tests. */
public final class Announcements {
  private Announcements() {}

  /** Announces the model whose digest is 64 times this digit. */
  public static Announcement of(long generation, char digit) {
    return of(generation, digest(digit));
  }

  /** Announces a model. */
  public static Announcement of(long generation, String digest) {
    return new Announcement(generation, record(digest));
  }

  /** What stands on the topic where a model is announced. */
  static byte[] record(String digest) {
    return AvroCodec.of(ModelAnnouncement.class)
        .encode(new ModelAnnouncement(digest, Instant.EPOCH, "a test", ""));
  }

  public static String digest(char digit) {
    return String.valueOf(digit).repeat(64);
  }
}
