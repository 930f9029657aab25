package io.trunkline.cli.models;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.archive.ModelStore;
import io.trunkline.model.learning.Round;
import io.trunkline.model.learning.RoundArchive;
import java.io.FileNotFoundException;
import java.io.IOException;

/** Rounds of learning as a pipeline's store keeps them. */
final class Rounds {
  private Rounds() {}

  /**
   * Reads a round and verifies it.
   *
   * @throws InvalidInputException if it is not there or not what its digest says
   */
  static Round load(ModelStore store, String digest) throws IOException {
    try {
      return RoundArchive.load(store, digest);
    } catch (FileNotFoundException e) {
      throw new InvalidInputException(
          "round %s is not in the store's folder rounds, expected it there".formatted(digest), e);
    }
  }
}
