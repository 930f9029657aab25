package io.trunkline.cli.feedback;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Names;
import io.trunkline.schemas.avro.LabelledSpan;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.Score;
import io.trunkline.schemas.avro.SeveralLabels;
import io.trunkline.schemas.avro.Spans;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The right values of tasks, checked for what can be checked without the text and the model. */
public final class FeedbackValues {
  private FeedbackValues() {}

  /** A value as feedback has it: what was said, without how likely it was. */
  public static Object of(LabelValue value) {
    if (value instanceof LabelValue.One one) {
      return one(one.label());
    }
    if (value instanceof LabelValue.Several several) {
      return several(several.labels());
    }
    if (value instanceof LabelValue.Spans spans) {
      return spans(
          spans.spans().stream().map(span -> span(span.start(), span.end(), span.label())).toList(),
          null);
    }
    return score(((LabelValue.Score) value).value());
  }

  /** Of a single-label task. */
  static OneLabel one(String label) {
    return new OneLabel(Names.require("the label", label), null);
  }

  /** Of a multi-label task; perhaps none. */
  static SeveralLabels several(List<String> labels) {
    if (new HashSet<>(labels).size() < labels.size()) {
      throw new InvalidInputException("the labels are %s, expected each once".formatted(labels));
    }
    return new SeveralLabels(labels.stream().map(FeedbackValues::one).toList());
  }

  /** Of a score task. */
  static Score score(double value) {
    if (!Double.isFinite(value)) {
      throw new InvalidInputException("the score is %s, expected a finite number".formatted(value));
    }
    return new Score(value);
  }

  /** A stretch in code points. */
  static LabelledSpan span(int start, int end, String label) {
    if (start < 0 || end <= start) {
      throw new InvalidInputException(
          "a span goes from %d to %d, expected a start from 0 below its end".formatted(start, end));
    }
    return new LabelledSpan(start, end, Names.require("the label", label), null);
  }

  /**
   * Of a span task; perhaps none.
   *
   * @param text what they are stretches of; null if it is not known here
   */
  static Spans spans(List<LabelledSpan> spans, @Nullable String text) {
    List<LabelledSpan> sorted =
        spans.stream().sorted(Comparator.comparingInt(LabelledSpan::getStart)).toList();
    int end = 0;
    for (LabelledSpan span : sorted) {
      if (span.getStart() < end) {
        throw new InvalidInputException(
            "the spans overlap at %d, expected spans that do not".formatted(span.getStart()));
      }
      end = span.getEnd();
    }
    if (text != null && end > text.codePointCount(0, text.length())) {
      throw new InvalidInputException(
          "a span ends at %d, expected it within the text's %d code points"
              .formatted(end, text.codePointCount(0, text.length())));
    }
    return new Spans(sorted);
  }
}
