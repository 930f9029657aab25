package io.trunkline.model.archive;

import io.trunkline.model.InvalidInputException;

/** The entries of a model file, in their order. */
enum Entry {
  MANIFEST("manifest.json"),
  WORDS("words.txt"),
  GOLDEN("golden.jsonl"),
  REPLAY("replay.jsonl"),
  NGRAMS("ngrams.i32"),
  WIDE("wide.f32"),
  EMBEDDINGS("embeddings.f32"),
  DENSE("dense.f32");

  private final String fileName;

  Entry(String fileName) {
    this.fileName = fileName;
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
