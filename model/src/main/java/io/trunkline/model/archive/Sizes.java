package io.trunkline.model.archive;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.network.Layout;

/** How many numbers each table of a model has. */
record Sizes(long ngrams, long wide, long embeddings, long dense) {
  /** Rows of the word embeddings that belong to no word: padding and unknown. */
  private static final int RESERVED_ROWS = 2;

  static Sizes of(ModelSpec spec, int words) {
    return new Sizes(
        spec.features().wideRows(),
        (long) spec.features().wideRows() * spec.network().wideSize(),
        ((long) words + RESERVED_ROWS) * spec.network().wordSize(),
        Layout.size(spec));
  }

  long bytes() {
    return (ngrams + wide + embeddings + dense) * Float.BYTES;
  }
}
