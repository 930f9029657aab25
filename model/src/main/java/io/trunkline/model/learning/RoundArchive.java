package io.trunkline.model.learning;

import io.trunkline.model.archive.ModelStore;
import java.io.IOException;
import java.nio.file.Path;

/** The file of a round, sealed with its digest as a model's file is. */
public final class RoundArchive {
  private RoundArchive() {}

  /**
   * Writes a round, all of the file or nothing. Equal rounds have equal files.
   *
   * @return the digest
   */
  public static String write(Round round, Path file) throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads a round from a store of rounds.
   *
   * @throws io.trunkline.model.InvalidInputException if what lies there is no round, or has another
   *     digest
   */
  public static Round load(ModelStore store, String digest) throws IOException {
    throw new UnsupportedOperationException();
  }
}
