package io.trunkline.tagging.format;

import io.trunkline.model.Prediction;
import io.trunkline.model.TaskKind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one format of the label topics back. Confined to one thread. */
interface LabelReader {
  /**
   * @param task what the record's topic says that its task is
   * @param kind what its header says that the task's kind is
   * @throws IOException if the bytes are not of the format
   */
  Content read(String task, TaskKind kind, byte[] value) throws IOException;

  /**
   * What a label's value says, whatever the format; see {@link DecodedLabel}.
   *
   * @param prediction what the model said
   * @param outOfScope how unlike its training texts the question is
   * @param modelDigest the digest of the model
   */
  record Content(
      Prediction prediction, @Nullable Double outOfScope, @Nullable String modelDigest) {}
}
