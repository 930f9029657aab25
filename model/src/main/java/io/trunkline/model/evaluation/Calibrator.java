package io.trunkline.model.evaluation;

import io.trunkline.model.Calibration;
import io.trunkline.model.LabelValue;
import io.trunkline.model.LabelValue.Span;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredSpan;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.decoding.Decoder;
import io.trunkline.model.decoding.Probabilities;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Chooses on dev data how a head's outputs become answers. The temperature is the T that minimises
 * {@code n · NLL(T) + (ln T)² / 2σ²}, the negative log-likelihood of n dev texts as {@link
 * Metric#NLL} has it, with a normal prior on ln T about 0, σ = ½: that leaves few texts near 1,
 * keeps a head that is never wrong on dev from being made certain, and hardly counts with hundreds.
 *
 * <p>One temperature cannot mend spans, whose probability is a product of their tokens': it says
 * too much of short ones where it is right of long ones. So an {@linkplain IsotonicCurve isotonic
 * curve} comes after it.
 *
 * @see <a href="https://arxiv.org/abs/1706.04599">C. Guo et al., On Calibration of Modern Neural
 *     Networks, ICML 2017, section 4.2</a>
 */
public final class Calibrator {
  private static final double PRIOR_DEVIATION = 0.5;
  private static final double LOG_RANGE = Math.log(20);

  private Calibrator() {}

  /**
   * The calibration of a task: temperature, then the thresholds of several labels or the curve of
   * spans, then the confidence to abstain below.
   *
   * @param base mean and deviation are taken from it; a score task has nothing else
   * @param dev what the head says of the dev texts that are labelled for the task; perhaps none
   */
  public static Calibration fit(
      Task task, Calibration base, List<DevAnswer> dev, Abstention abstention) {
    if (task.kind() == TaskKind.SCORE) {
      return base;
    }
    List<Double> halves =
        task.kind() == TaskKind.MULTI_LABEL
            ? Collections.nCopies(task.labels().size(), 0.5)
            : List.of();
    Calibration start = new Calibration(1, halves, 0, base.mean(), base.deviation());
    if (dev.isEmpty()) {
      return start;
    }
    Calibration scaled = withTemperature(start, temperature(task, start, dev));
    Calibration decided =
        switch (task.kind()) {
          case MULTI_LABEL -> withThresholds(scaled, thresholds(task, scaled.temperature(), dev));
          case SPANS -> scaled.withCurve(curve(Decoder.of(task, scaled), dev));
          case SINGLE_LABEL, SCORE -> scaled;
        };
    return decided.withAbstainBelow(abstention.threshold(score(task, decided, dev).riskCoverage()));
  }

  private static double temperature(Task task, Calibration start, List<DevAnswer> dev) {
    return Math.exp(
        GoldenSection.minimum(
            logT -> {
              Calibration tried = withTemperature(start, Math.exp(logT));
              double nll = score(task, tried, dev).figures().getOrDefault(Metric.NLL, 0.0);
              return dev.size() * nll + logT * logT / (2 * PRIOR_DEVIATION * PRIOR_DEVIATION);
            },
            -LOG_RANGE,
            LOG_RANGE));
  }

  private static List<Calibration.Point> curve(Decoder decoder, List<DevAnswer> dev) {
    IsotonicCurve curve = new IsotonicCurve();
    for (DevAnswer answer : dev) {
      Set<Span> right = Set.copyOf(((LabelValue.Spans) answer.right()).spans());
      Prediction given = decoder.decode(answer.outputs(), answer.tokens());
      for (ScoredSpan span : ((Prediction.Spans) given).spans()) {
        Span claimed = new Span(span.start(), span.end(), span.label());
        curve.add(span.score(), right.contains(claimed));
      }
    }
    return curve.points();
  }

  private static List<Double> thresholds(Task task, double temperature, List<DevAnswer> dev) {
    return IntStream.range(0, task.labels().size())
        .mapToObj(label -> threshold(task.labels().get(label), label, temperature, dev))
        .toList();
  }

  private static double threshold(String name, int label, double temperature, List<DevAnswer> dev) {
    LabelThreshold threshold = new LabelThreshold();
    for (DevAnswer answer : dev) {
      threshold.add(
          Probabilities.sigmoid(answer.outputs()[label], temperature),
          ((LabelValue.Several) answer.right()).labels().contains(name));
    }
    return threshold.choose();
  }

  private static TaskScore score(Task task, Calibration calibration, List<DevAnswer> dev) {
    Decoder decoder = Decoder.of(task, calibration);
    Metrics metrics = Metrics.of(task.kind());
    for (DevAnswer answer : dev) {
      metrics.add(answer.right(), decoder.decode(answer.outputs(), answer.tokens()));
    }
    return metrics.score();
  }

  private static Calibration withTemperature(Calibration from, double temperature) {
    return new Calibration(temperature, from.thresholds(), 0, from.mean(), from.deviation());
  }

  private static Calibration withThresholds(Calibration from, List<Double> thresholds) {
    return new Calibration(from.temperature(), thresholds, 0, from.mean(), from.deviation());
  }
}
