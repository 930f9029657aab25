package io.trunkline.model.archive;

import io.trunkline.model.InvalidInputException;

/** The entries of a model file, in their order; of a table either floats or scales and bytes. */
enum Entry {
  MANIFEST("manifest.json"),
  WORDS("words.txt"),
  GOLDEN("golden.jsonl"),
  REPLAY("replay.jsonl"),
  NGRAMS("ngrams.i32"),
  WIDE("wide.f32"),
  WIDE_SCALES("wide-scales.f32"),
  WIDE_BYTES("wide.i8"),
  EMBEDDINGS("embeddings.f32"),
  EMBEDDINGS_SCALES("embeddings-scales.f32"),
  EMBEDDINGS_BYTES("embeddings.i8"),
  DENSE("dense.f32");

  private final String fileName;

  Entry(String fileName) {
    this.fileName = fileName;
  }

  /** Where a table's scales are. */
  Entry scales() {
    return this == WIDE ? WIDE_SCALES : EMBEDDINGS_SCALES;
  }

  /** Where a table's bytes are. */
  Entry bytes() {
    return this == WIDE ? WIDE_BYTES : EMBEDDINGS_BYTES;
  }

  String fileName() {
    return fileName;
  }

  void requireFinite(float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new InvalidInputException(
            "%s has %s at %d, expected finite numbers".formatted(fileName, values[i], i));
      }
    }
  }
}
