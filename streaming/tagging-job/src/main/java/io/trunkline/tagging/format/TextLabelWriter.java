package io.trunkline.tagging.format;

import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.ScoredSpan;
import io.trunkline.schemas.wire.OneLine;
import io.trunkline.tagging.records.Label;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes fields with tabs between them, in UTF-8: a label and its score for each label (one or
 * several); start, end, label and score for each span; the number of a score. Numbers that are no
 * positions have four places. Where the model abstained the last field says {@link #ABSTAINED}.
 */
final class TextLabelWriter implements LabelWriter {
  /** Nothing else can be mistaken for it: without it the number of fields is another. */
  static final String ABSTAINED = "abstained";

  @Override
  public byte[] write(Label label) {
    List<String> fields = fields(label.prediction());
    if (label.prediction().abstained()) {
      fields.add(ABSTAINED);
    }
    return String.join("\t", fields).getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> fields(Prediction prediction) {
    List<String> fields = new ArrayList<>();
    if (prediction instanceof Prediction.OneLabel one) {
      add(one.best(), fields);
    } else if (prediction instanceof Prediction.SeveralLabels several) {
      several.labels().forEach(label -> add(label, fields));
    } else if (prediction instanceof Prediction.Spans spans) {
      spans.spans().forEach(span -> add(span, fields));
    } else {
      fields.add(fourPlaces(((Prediction.Score) prediction).number()));
    }
    return fields;
  }

  private static void add(ScoredLabel label, List<String> fields) {
    fields.add(OneLine.of(label.label()));
    fields.add(fourPlaces(label.score()));
  }

  private static void add(ScoredSpan span, List<String> fields) {
    fields.add(Integer.toString(span.start()));
    fields.add(Integer.toString(span.end()));
    fields.add(OneLine.of(span.label()));
    fields.add(fourPlaces(span.score()));
  }

  private static String fourPlaces(double number) {
    return String.format(Locale.ROOT, "%.4f", number);
  }
}
