package io.trunkline.cli.models;

import io.trunkline.model.archive.ModelStore;
import io.trunkline.tagging.models.FlinkModelStore;
import io.trunkline.tagging.pipeline.Pipeline;
import java.net.URI;

/** Where a pipeline keeps its files. */
final class Stores {
  private static final String ROUNDS = "/rounds";

  private Stores() {}

  /** Of models. */
  static ModelStore models(Pipeline pipeline) {
    return new FlinkModelStore(pipeline.models().store());
  }

  /** Of rounds of learning: a folder of the models' store. */
  static ModelStore rounds(Pipeline pipeline) {
    return new FlinkModelStore(URI.create(pipeline.models().store() + ROUNDS));
  }
}
