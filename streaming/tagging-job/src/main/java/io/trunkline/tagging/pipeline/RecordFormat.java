package io.trunkline.tagging.pipeline;

/** How records are written on a topic. */
public enum RecordFormat {
  /** This project's Avro records in single-object encoding. */
  AVRO,
  /** JSON objects, with a mapping that says which field lies where. */
  JSON,
  /** Plain UTF-8 text. */
  TEXT
}
