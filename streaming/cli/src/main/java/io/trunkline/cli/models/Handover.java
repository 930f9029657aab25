package io.trunkline.cli.models;

import io.trunkline.model.InvalidInputException;
import io.trunkline.schemas.avro.ModelProposal;
import io.trunkline.tagging.pipeline.Pipeline;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Has another model serve. Where the model learns, the job alone announces models and is asked to;
 * elsewhere, and for a pipeline's first model, there is nobody to ask.
 */
final class Handover {
  private final Pipeline pipeline;
  private final InstantSource clock;

  Handover(Pipeline pipeline, InstantSource clock) {
    this.pipeline = pipeline;
    this.clock = clock;
  }

  /**
   * Announces or proposes a model that is in the store.
   *
   * @param models what was known when somebody chose it
   * @throws io.trunkline.model.InvalidInputException if a topic is missing or not as it should be
   */
  Outcome to(String digest, KnownModels models, Request request) throws InterruptedException {
    requireKnown(models, request.replaces());
    String reason = announcedDirectly(models, request);
    if (reason != null) {
      Publisher publisher = new Publisher(pipeline, clock);
      return Outcome.announced(publisher.announce(digest, request.by(), request.note()), reason);
    }
    long replaces =
        request.replaces() != null
            ? request.replaces()
            : models.newest().orElseThrow().generation();
    return new Proposals(pipeline, clock)
        .propose(
            new ModelProposal(digest, replaces, request.by(), request.note(), clock.instant()),
            request.patience());
  }

  private static void requireKnown(KnownModels models, @Nullable Long replaces) {
    if (replaces != null && !models.has(replaces)) {
      throw new InvalidInputException(
          "--replaces is %d, expected a generation that was announced".formatted(replaces));
    }
  }

  /** Why nobody is asked; null where somebody is. */
  private @Nullable String announcedDirectly(KnownModels models, Request request) {
    if (!pipeline.learning().enabled()) {
      if (request.replaces() != null) {
        throw pipeline.invalid(
            "learning.enabled",
            "false, so that nobody compares --replaces with what serves, expected true or no"
                + " --replaces");
      }
      return "learning is not enabled, so that no job decides";
    }
    return models.newest().isEmpty() ? "it is the first" : null;
  }
}
