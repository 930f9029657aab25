package io.trunkline.model.network;

import io.trunkline.model.text.EncodedText;
import java.util.List;

/** Computes what heads say of texts, however it does so. Confined to one thread. */
public interface Scorer extends AutoCloseable {
  /**
   * What the heads say, before it becomes an answer.
   *
   * @param texts at least one
   * @return for each task, for each text the raw outputs of the head: a logit a label (single- and
   *     multi-label), the normalised number (score), or {@code tokens × tags} logits row-major
   *     (spans), of the tokens that the text was encoded with
   */
  List<float[][]> logits(List<EncodedText> texts);

  /** Frees what it holds outside the heap. */
  @Override
  void close();
}
