package io.trunkline.tagging.format;

import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.ScoredSpan;
import io.trunkline.schemas.avro.LabelledSpan;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.Score;
import io.trunkline.schemas.avro.SeveralLabels;
import io.trunkline.schemas.avro.Spans;
import io.trunkline.schemas.avro.TaskLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Predictions as {@link TaskLabel} has them. */
final class AvroPrediction {
  private AvroPrediction() {}

  /** The record's value. */
  static Object value(Prediction prediction) {
    if (prediction instanceof Prediction.OneLabel one) {
      return avro(one.best());
    }
    if (prediction instanceof Prediction.SeveralLabels several) {
      return new SeveralLabels(several.labels().stream().map(AvroPrediction::avro).toList());
    }
    if (prediction instanceof Prediction.Spans spans) {
      return new Spans(spans.spans().stream().map(AvroPrediction::avro).toList());
    }
    return new Score(((Prediction.Score) prediction).number());
  }

  /** The record's alternatives. */
  static List<io.trunkline.schemas.avro.ScoredLabel> alternatives(Prediction prediction) {
    List<io.trunkline.schemas.avro.ScoredLabel> alternatives = new ArrayList<>();
    for (ScoredLabel other : prediction.alternatives()) {
      alternatives.add(new io.trunkline.schemas.avro.ScoredLabel(other.label(), other.score()));
    }
    return alternatives;
  }

  /**
   * The prediction that a record holds.
   *
   * @throws IOException if its value is of no kind that is known
   */
  static Prediction read(TaskLabel label) throws IOException {
    String task = label.getTask();
    boolean abstained = label.getAbstained();
    List<ScoredLabel> alternatives =
        label.getAlternatives().stream()
            .map(other -> new ScoredLabel(other.getLabel(), other.getScore()))
            .toList();
    if (label.getValue() instanceof OneLabel one) {
      List<ScoredLabel> ranking = new ArrayList<>(List.of(scored(one)));
      ranking.addAll(alternatives);
      return new Prediction.OneLabel(task, ranking, abstained);
    }
    if (label.getValue() instanceof SeveralLabels several) {
      List<ScoredLabel> labels = several.getLabels().stream().map(AvroPrediction::scored).toList();
      return new Prediction.SeveralLabels(task, labels, alternatives, abstained);
    }
    if (label.getValue() instanceof Spans spans) {
      List<ScoredSpan> scored = spans.getSpans().stream().map(AvroPrediction::scored).toList();
      return new Prediction.Spans(task, scored, abstained);
    }
    if (label.getValue() instanceof Score score) {
      return new Prediction.Score(task, score.getValue(), abstained);
    }
    throw new IOException("the value is of type " + label.getValue().getClass().getSimpleName());
  }

  private static OneLabel avro(ScoredLabel label) {
    return new OneLabel(label.label(), label.score());
  }

  private static LabelledSpan avro(ScoredSpan span) {
    return new LabelledSpan(span.start(), span.end(), span.label(), span.score());
  }

  private static ScoredLabel scored(OneLabel label) {
    return new ScoredLabel(label.getLabel(), scored(label.getScore()));
  }

  private static ScoredSpan scored(LabelledSpan span) {
    return new ScoredSpan(span.getStart(), span.getEnd(), span.getLabel(), scored(span.getScore()));
  }

  private static double scored(@Nullable Double score) {
    return score == null ? DecodedLabel.NO_SCORE : score;
  }
}
