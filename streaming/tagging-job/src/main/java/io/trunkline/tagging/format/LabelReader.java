package io.trunkline.tagging.format;

import io.trunkline.model.ScoredLabel;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one format of the label topics back. Confined to one thread. */
interface LabelReader {
  /**
   * @throws IOException if the bytes are not of the format
   */
  Ranking read(byte[] value) throws IOException;

  /**
   * What a label's value says, whatever the format; null or empty where it does not.
   *
   * @param label the best label
   * @param score its probability
   * @param alternatives the labels that came next, best first
   * @param modelDigest the digest of the model that made it
   */
  record Ranking(
      String label,
      @Nullable Double score,
      List<ScoredLabel> alternatives,
      @Nullable String modelDigest) {}
}
