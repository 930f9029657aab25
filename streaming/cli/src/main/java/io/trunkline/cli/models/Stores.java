package io.trunkline.cli.models;

import io.trunkline.model.archive.ModelStore;
import io.trunkline.tagging.models.FlinkModelStore;
import io.trunkline.tagging.pipeline.Pipeline;

/** Where a pipeline keeps its files. */
final class Stores {
  private Stores() {}

  /** Of models. */
  static ModelStore models(Pipeline pipeline) {
    return new FlinkModelStore(pipeline.models().store());
  }

  /** Of rounds of learning. */
  static ModelStore rounds(Pipeline pipeline) {
    return FlinkModelStore.ofRounds(pipeline.models().store());
  }
}
