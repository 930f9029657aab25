package io.trunkline.tagging.format;

import io.trunkline.model.ScoredLabel;
import io.trunkline.tagging.records.Label;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes the best label, a tab and its score to four places; UTF-8. */
final class TextLabelWriter implements LabelWriter {
  @Override
  public byte[] write(Label label) {
    ScoredLabel best = label.ranking().get(0);
    return String.format(Locale.ROOT, "%s\t%.4f", OneLine.of(best.label()), best.score())
        .getBytes(StandardCharsets.UTF_8);
  }
}
