package io.trunkline.model.archive;

import io.trunkline.model.InvalidInputException;
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

  /**
   * Refuses a model that would not fit in a file.
   *
   * @throws InvalidInputException that says so
   */
  void requireFit() {
    if (bytes() > ModelArchive.MAX_BYTES) {
      throw new InvalidInputException(
          "the parameters take %d bytes, a model file may have %d"
              .formatted(bytes(), ModelArchive.MAX_BYTES));
    }
  }

  long bytes() {
    return (ngrams + wide + embeddings + dense) * Float.BYTES;
  }
}
