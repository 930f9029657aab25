package io.trunkline.cli.models;

import io.trunkline.model.archive.ModelArchive;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** Puts models into a pipeline's store and announces them, in this order. */
public final class Publisher {
  private final Pipeline pipeline;
  private final InstantSource clock;

  public Publisher(Pipeline pipeline, InstantSource clock) {
    this.pipeline = pipeline;
    this.clock = clock;
  }

  /**
   * Verifies, stores and announces a model.
   *
   * @param by who announces it; may be empty
   * @param note why; may be empty
   * @throws io.trunkline.model.InvalidInputException if the file is no sound model, or the models
   *     topic is not as it should be
   */
  public Publication publish(Path model, String by, String note)
      throws IOException, InterruptedException {
    return announce(store(model), by, note);
  }

  /** Verifies and stores a model; returns its digest. */
  public String store(Path model) throws IOException {
    String digest = ModelArchive.read(model).digest();
    try (InputStream archive = Files.newInputStream(model)) {
      Stores.models(pipeline).put(digest, archive);
    }
    return digest;
  }

  /** Announces a model that is in the store. */
  Publication announce(String digest, String by, String note) throws InterruptedException {
    ModelAnnouncement announcement = new ModelAnnouncement(digest, clock.instant(), by, note);
    return new Publication(digest, new ModelsTopic(pipeline).announce(announcement));
  }
}
