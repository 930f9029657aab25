package io.trunkline.cli.models;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.archive.ModelStore;
import io.trunkline.model.learning.RoundArchive;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads archives as whoever serves or learns from them would.
 *
 * @param models announced and stored
 * @param rounds where the rounds' archives are
 */
record Verifier(KnownModels models, ModelStore rounds) {
  /** Reads an archive, and throws if it is not what its digest says. */
  @FunctionalInterface
  private interface Reading {
    void read() throws IOException;
  }

  /** Reads a model. */
  Finding model(String digest) {
    try {
      return finding("model", digest, () -> ModelArchive.load(models.store(), digest));
    } catch (FileNotFoundException e) {
      List<AnnouncedModel> announced = models.announcementsOf(digest);
      String generations =
          announced.stream()
              .map(model -> Long.toString(model.generation()))
              .collect(Collectors.joining(", "));
      return Finding.wrong(
          "model",
          digest,
          "not in the store"
              + (announced.isEmpty() ? "" : ", but announced as generation " + generations));
    }
  }

  /** Reads a round. */
  Finding round(String digest) throws FileNotFoundException {
    return finding("round", digest, () -> RoundArchive.load(rounds, digest));
  }

  private static Finding finding(String kind, String digest, Reading reading)
      throws FileNotFoundException {
    try {
      reading.read();
      return Finding.sound(kind, digest);
    } catch (FileNotFoundException e) {
      throw e;
    } catch (IOException | InvalidInputException e) {
      return Finding.wrong(kind, digest, String.valueOf(e.getMessage()));
    }
  }
}
