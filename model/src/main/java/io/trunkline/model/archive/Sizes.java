package io.trunkline.model.archive;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Precision;
import io.trunkline.model.network.Layout;

/**
 * How large what a model has learnt is.
 *
 * @param dense numbers
 */
record Sizes(TableSize wide, TableSize embeddings, long dense) {
  /** Rows of the word embeddings that belong to no word: padding and unknown. */
  private static final int RESERVED_ROWS = 2;

  /** Of a table. */
  record TableSize(Precision precision, long rows, int width) {
    long numbers() {
      return rows * width;
    }

    long bytes() {
      return precision.bytes(rows, width);
    }
  }

  static Sizes of(ModelSpec spec, int words, Precision precision) {
    return new Sizes(
        new TableSize(precision, spec.features().wideRows(), spec.network().wideSize()),
        new TableSize(precision, (long) words + RESERVED_ROWS, spec.network().wordSize()),
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

  /** In a file, with the n-gram table's index. */
  long bytes() {
    return wide.rows() * Integer.BYTES + wide.bytes() + embeddings.bytes() + dense * Float.BYTES;
  }
}
