package io.trunkline.cli.models;

import io.trunkline.model.archive.StoredFile;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of an archive.
 *
 * @param kind {@link #MODEL} or {@link #ROUND}
 * @param digest its name
 * @param bytes its size
 * @param kept why it stays; null if it goes
 */
record Fate(String kind, String digest, long bytes, @Nullable String kept) {
  static final String MODEL = "model";
  static final String ROUND = "round";

  static Fate of(String kind, StoredFile file, Map<String, String> kept) {
    return new Fate(kind, file.digest(), file.bytes(), kept.get(file.digest()));
  }

  /**
   * In one line.
   *
   * @param deleted what to call it that an archive goes
   */
  String line(String deleted) {
    String what = kind + " " + digest;
    return kept == null ? deleted + " " + what : "kept " + what + ": " + kept;
  }
}
