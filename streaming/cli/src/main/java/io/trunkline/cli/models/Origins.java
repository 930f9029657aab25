package io.trunkline.cli.models;

import io.trunkline.model.archive.ModelStore;
import java.io.IOException;
import java.util.Optional;

/** What archives were made from, as they say themselves. */
interface Origins {
  /** The parent and the round of a stored model; empty if no round made it. */
  Optional<Lineage> ofModel(String digest) throws IOException;

  /** The digest of the model that a stored round starts from. */
  String ofRound(String digest) throws IOException;

  /** Reads the archives of these stores. */
  static Origins in(KnownModels models, ModelStore rounds) {
    return new Origins() {
      @Override
      public Optional<Lineage> ofModel(String digest) throws IOException {
        return Lineage.of(models.load(digest));
      }

      @Override
      public String ofRound(String digest) throws IOException {
        return Rounds.load(rounds, digest).parent();
      }
    };
  }
}
