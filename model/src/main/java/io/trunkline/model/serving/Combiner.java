package io.trunkline.model.serving;

import io.trunkline.model.LabelValue.Span;
import io.trunkline.model.Prediction;
import io.trunkline.model.Prediction.OneLabel;
import io.trunkline.model.Prediction.SeveralLabels;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.ScoredSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes one answer to a task of several models' answers. Several labels and spans are voted on in
 * either {@linkplain Combination way}, a span counting for another of the same extent and label
 * only: they hold if more than half of the models say so, of a label those that know it. Each model
 * has put thresholds of its own to its probabilities, so that the mean of these alone would not
 * tell. Scores are averaged. The answer is abstained from if more than half of the models abstain.
 */
final class Combiner {
  private static final Comparator<ScoredLabel> MOST_LIKELY_FIRST =
      Comparator.comparingDouble(ScoredLabel::score).reversed();

  private final Combination combination;

  Combiner(Combination combination) {
    this.combination = combination;
  }

  /** One answer of at least one, all to the same task. */
  Prediction combine(List<Prediction> answers) {
    Prediction first = answers.get(0);
    if (answers.size() == 1) {
      return first;
    }
    boolean abstained = isMajority(answers, Prediction::abstained);
    if (first instanceof OneLabel) {
      return new OneLabel(first.task(), ranking(cast(answers, OneLabel.class)), abstained);
    } else if (first instanceof SeveralLabels) {
      return several(cast(answers, SeveralLabels.class), abstained);
    } else if (first instanceof Prediction.Spans) {
      return new Prediction.Spans(
          first.task(), spans(cast(answers, Prediction.Spans.class)), abstained);
    }
    double mean =
        cast(answers, Prediction.Score.class).stream()
            .mapToDouble(Prediction.Score::number)
            .average()
            .orElseThrow();
    return new Prediction.Score(first.task(), mean, abstained);
  }

  private List<ScoredLabel> ranking(List<OneLabel> answers) {
    List<ScoredLabel> averaged = probabilities(answers);
    if (combination == Combination.AVERAGE) {
      return averaged;
    }
    // A stable sort: equally many votes stay in the order of the mean probabilities.
    return averaged.stream()
        .map(label -> new ScoredLabel(label.label(), votes(answers, label.label())))
        .sorted(MOST_LIKELY_FIRST)
        .toList();
  }

  private static List<ScoredLabel> probabilities(List<OneLabel> answers) {
    List<ScoredLabel> averaged =
        averaged(answers.stream().flatMap(answer -> answer.ranking().stream()));
    boolean allKnowAll =
        answers.stream().allMatch(answer -> answer.ranking().size() == averaged.size());
    return allKnowAll ? averaged : shares(averaged);
  }

  private static double votes(List<OneLabel> answers, String label) {
    long votes = answers.stream().filter(answer -> answer.best().label().equals(label)).count();
    return (double) votes / answers.size();
  }

  private static SeveralLabels several(List<SeveralLabels> answers, boolean abstained) {
    List<ScoredLabel> all = averaged(answers.stream().flatMap(Combiner::known));
    List<ScoredLabel> holding = new ArrayList<>();
    List<ScoredLabel> others = new ArrayList<>();
    for (ScoredLabel label : all) {
      boolean holds =
          isMajority(
              answers.stream().filter(answer -> has(known(answer), label)).toList(),
              answer -> has(answer.labels().stream(), label));
      (holds ? holding : others).add(label);
    }
    return new SeveralLabels(answers.get(0).task(), holding, others, abstained);
  }

  private static Stream<ScoredLabel> known(SeveralLabels answer) {
    return Stream.concat(answer.labels().stream(), answer.others().stream());
  }

  private static boolean has(Stream<ScoredLabel> labels, ScoredLabel sought) {
    return labels.anyMatch(label -> label.label().equals(sought.label()));
  }

  private static List<ScoredSpan> spans(List<Prediction.Spans> answers) {
    Map<Span, List<Double>> scores = new LinkedHashMap<>();
    for (Prediction.Spans answer : answers) {
      for (ScoredSpan span : answer.spans()) {
        scores
            .computeIfAbsent(
                new Span(span.start(), span.end(), span.label()), unseen -> new ArrayList<>())
            .add(span.score());
      }
    }
    // No two that overlap: some model would have said both.
    return scores.entrySet().stream()
        .filter(span -> 2 * span.getValue().size() > answers.size())
        .map(span -> scored(span.getKey(), sum(span.getValue()) / answers.size()))
        .sorted(Comparator.comparingInt(ScoredSpan::start))
        .toList();
  }

  private static ScoredSpan scored(Span span, double score) {
    return new ScoredSpan(span.start(), span.end(), span.label(), score);
  }

  /** Each label with its mean score over the models that know it, most likely first. */
  private static List<ScoredLabel> averaged(Stream<ScoredLabel> labels) {
    Map<String, DoubleSummaryStatistics> scores = new LinkedHashMap<>();
    labels.forEach(
        label ->
            scores
                .computeIfAbsent(label.label(), unseen -> new DoubleSummaryStatistics())
                .accept(label.score()));
    return scores.entrySet().stream()
        .map(label -> new ScoredLabel(label.getKey(), label.getValue().getAverage()))
        .sorted(MOST_LIKELY_FIRST)
        .toList();
  }

  /** The same as parts of 1, which they are not where a label is known to some models only. */
  private static List<ScoredLabel> shares(List<ScoredLabel> labels) {
    double sum = labels.stream().mapToDouble(ScoredLabel::score).sum();
    return labels.stream()
        .map(label -> new ScoredLabel(label.label(), label.score() / sum))
        .toList();
  }

  private static double sum(Collection<Double> numbers) {
    return numbers.stream().mapToDouble(number -> number).sum();
  }

  private static <T> boolean isMajority(List<T> answers, Predicate<? super T> test) {
    return 2 * answers.stream().filter(test).count() > answers.size();
  }

  private static <T> List<T> cast(List<Prediction> answers, Class<T> type) {
    return answers.stream().map(type::cast).toList();
  }
}
