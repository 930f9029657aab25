package io.trunkline.model.network;

import io.trunkline.model.text.EncodedText;
import java.util.List;

/** Computes what heads say of texts, however it does so. Confined to one thread. */
public interface Scorer extends AutoCloseable {
  /**
   * What the heads say, before it becomes an answer.
   *
   * @param texts at least one
   */
  Logits score(List<EncodedText> texts);

  /** Frees what it holds outside the heap. */
  @Override
  void close();
}
