package io.trunkline.cli.terminal;

import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.ScoredSpan;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Predictions as people read them: {@code fact 0.91}; {@code slides 0.80, notes 0.55}; {@code
 * place[10:15] 0.97} with its positions; {@code 3.50} for a score; {@code (none)} where no label
 * holds and no span is found. A question mark comes first where the model abstained.
 */
public final class PredictionText {
  private PredictionText() {}

  /** The answer and how likely it is, in one line. */
  public static String of(Prediction prediction) {
    String answer = Terminal.harmless(answer(prediction));
    return prediction.abstained() ? "?" + answer : answer;
  }

  /** A value as people give it, in one line. */
  public static String of(LabelValue value) {
    return Terminal.harmless(text(value));
  }

  /** A label and how likely it is, if that is known. */
  public static String of(ScoredLabel label) {
    return scored(label.label(), label.score());
  }

  private static String answer(Prediction prediction) {
    if (prediction instanceof Prediction.OneLabel one) {
      return of(one.best());
    }
    if (prediction instanceof Prediction.SeveralLabels several) {
      return joined(several.labels().stream().map(PredictionText::of));
    }
    if (prediction instanceof Prediction.Spans spans) {
      return joined(spans.spans().stream().map(PredictionText::of));
    }
    return twoPlaces(((Prediction.Score) prediction).number());
  }

  private static String text(LabelValue value) {
    if (value instanceof LabelValue.One one) {
      return one.label();
    }
    if (value instanceof LabelValue.Several several) {
      return joined(several.labels().stream());
    }
    if (value instanceof LabelValue.Spans spans) {
      return joined(
          spans.spans().stream().map(span -> placed(span.label(), span.start(), span.end())));
    }
    return twoPlaces(((LabelValue.Score) value).value());
  }

  private static String of(ScoredSpan span) {
    return scored(placed(span.label(), span.start(), span.end()), span.score());
  }

  private static String placed(String label, int start, int end) {
    return "%s[%d:%d]".formatted(label, start, end);
  }

  private static String joined(Stream<String> parts) {
    List<String> all = parts.toList();
    return all.isEmpty() ? "(none)" : String.join(", ", all);
  }

  private static String scored(String label, double score) {
    return Double.isNaN(score) ? label : label + " " + twoPlaces(score);
  }

  private static String twoPlaces(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
