package io.trunkline.tagging.format;

import io.trunkline.tagging.records.Label;

/** Writes one format of the label topics. Confined to one thread. */
interface LabelWriter {
  byte[] write(Label label);
}
