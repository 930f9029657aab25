package io.trunkline.tagging.models;

import io.trunkline.model.ModelVersion;
import io.trunkline.model.Tagger;
import java.time.Duration;

/** How one attempt to load a model ended. */
public sealed interface LoadOutcome {
  /** The model. */
  ModelVersion version();

  /** Which attempt, from 1. */
  int attempt();

  /** How long it took. */
  Duration took();

  /** The model is verified and warm. Whoever holds this closes the tagger. */
  record Loaded(ModelVersion version, int attempt, Duration took, Tagger tagger)
      implements LoadOutcome {}

  /** The model could not be loaded. */
  record Failed(ModelVersion version, int attempt, Duration took, Throwable cause)
      implements LoadOutcome {}

  /** Tries once, on the calling thread. */
  static LoadOutcome attempt(TaggerSource source, ModelVersion version, int attempt) {
    long start = System.nanoTime();
    try {
      Tagger tagger = source.load(version.digest());
      return new Loaded(version, attempt, since(start), tagger);
    } catch (Throwable cause) {
      // Errors too: a model too large for the heap must leave the one before serving.
      return new Failed(version, attempt, since(start), cause);
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
