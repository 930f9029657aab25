package io.trunkline.model;

import java.util.List;

/** Answers every task of one model for a batch of texts. Confined to one thread. */
public interface Tagger extends AutoCloseable {
  /** The tasks it answers. */
  List<Task> tasks();

  /**
   * Tags a batch.
   *
   * @param texts at least one, none blank, of any length
   * @return what it says of each text, in the order given
   */
  List<Tagging> tag(List<Text> texts);

  /** Frees what it holds outside the heap; it must not be used afterwards. */
  @Override
  void close();
}
