package io.trunkline.tagging.models;

import io.trunkline.model.Tagger;
import java.io.IOException;
import java.io.Serializable;

/**
 * Makes taggers. The thread that calls it need not be the one that tags; the tagger is handed over
 * before it is first used.
 */
@FunctionalInterface
public interface TaggerSource extends Serializable {
  /**
   * Loads, verifies and warms a model.
   *
   * @param digest SHA-256 of its archive, 64 hexadecimal digits
   * @throws IOException if the archive cannot be read
   * @throws io.trunkline.model.InvalidInputException if it is not what the digest says, or does not
   *     answer the pipeline's tasks
   */
  Tagger load(String digest) throws IOException;
}
