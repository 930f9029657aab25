package io.trunkline.tagging.format;

import java.io.IOException;
import java.util.List;

/** Reads a label, a tab and a score. */
final class TextLabelReader implements LabelReader {
  @Override
  public Ranking read(byte[] value) throws IOException {
    String line = Utf8.decode(value);
    String[] parts = line.split("\t", -1);
    if (parts.length != 2) {
      throw new IOException(
          OneLine.of("found '" + line + "', expected a label, a tab and a score"));
    }
    try {
      return new Ranking(parts[0], Double.valueOf(parts[1]), List.of(), null);
    } catch (NumberFormatException e) {
      throw new IOException(OneLine.of("the score is '" + parts[1] + "', expected a number"), e);
    }
  }
}
