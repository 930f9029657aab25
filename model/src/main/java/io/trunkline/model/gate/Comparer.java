package io.trunkline.model.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Makes comparisons of paired scores. */
final class Comparer {
  /**
   * So many times the least number of texts are enough: an equally good candidate that answers one
   * text in fifty otherwise then passes four times in five.
   */
  private static final int ENOUGH = 3;

  private final GateSettings settings;
  private final double alpha;
  private final double z;

  Comparer(GateSettings settings) {
    this.settings = settings;
    alpha = 1 - settings.confidence();
    z = Normal.exceededWith(alpha);
  }

  /** Compares every subject but labels with too few texts, in the order given. */
  List<Comparison> compare(Map<Subject, List<PairedScore>> scores) {
    Map<Subject, List<PairedScore>> compared = pooled(scores);
    compared
        .entrySet()
        .removeIf(
            entry ->
                entry.getKey().label() != null
                    && entry.getValue().size() < settings.minLabelExamples());
    Map<Subject, Double> family = new LinkedHashMap<>();
    compared.forEach(
        (subject, pairs) -> {
          if (subject.requirement() == Requirement.NOT_SHOWN_WORSE) {
            family.put(subject, differences(pairs).worseThan(settings.margin()));
          }
        });
    Set<Subject> worse = Holm.rejected(family, alpha);
    List<Comparison> comparisons = new ArrayList<>();
    compared.forEach(
        (subject, pairs) -> comparisons.add(compare(subject, pairs, worse.contains(subject))));
    return comparisons;
  }

  /**
   * The same, but where the hold-out or the golden examples have too few texts of a task to tell
   * anything, both are one sample of them: else a handful of texts could only ever say no.
   */
  private Map<Subject, List<PairedScore>> pooled(Map<Subject, List<PairedScore>> scores) {
    Map<Subject, List<PairedScore>> pooled = new TreeMap<>(Subject.ORDER);
    scores.forEach(
        (subject, pairs) -> {
          boolean few =
              subject.requirement() == Requirement.SHOWN_NOT_WORSE && areTooFew(scores, subject);
          if (few) {
            add(pairs, subject.on(Comparison.Examples.BOTH), pooled);
          }
          // By themselves they can still show that something is better, or clearly worse.
          add(pairs, few ? subject.only(Requirement.NOT_SHOWN_WORSE) : subject, pooled);
        });
    return pooled;
  }

  private static void add(
      List<PairedScore> pairs, Subject to, Map<Subject, List<PairedScore>> scores) {
    scores.computeIfAbsent(to, unused -> new ArrayList<>()).addAll(pairs);
  }

  private boolean areTooFew(Map<Subject, List<PairedScore>> scores, Subject subject) {
    List<PairedScore> holdOut = scores.get(subject.on(Comparison.Examples.HOLD_OUT));
    List<PairedScore> golden = scores.get(subject.on(Comparison.Examples.GOLDEN));
    return holdOut != null
        && golden != null
        && Math.min(holdOut.size(), golden.size()) < ENOUGH * leastTexts();
  }

  /**
   * How many texts it takes to show that two models which agree on all of them are not worse: the
   * lower bound of n zeros is {@code −z² / (n + z²)}.
   */
  int leastTexts() {
    return (int) Math.floor(z * z * (1 - settings.margin()) / settings.margin()) + 1;
  }

  private Comparison compare(Subject subject, List<PairedScore> pairs, boolean shownWorse) {
    MeanDifference difference = differences(pairs);
    double lower = difference.lower(z);
    return new Comparison(
        subject.task(),
        subject.label(),
        subject.examples(),
        subject.measure(),
        pairs.size(),
        mean(pairs, PairedScore::champion),
        mean(pairs, PairedScore::candidate),
        lower,
        difference.upper(z),
        settings.margin(),
        switch (subject.requirement()) {
          case SHOWN_NOT_WORSE -> lower > -settings.margin();
          case NOT_SHOWN_WORSE -> !shownWorse;
          case NONE -> true;
        });
  }

  private static MeanDifference differences(List<PairedScore> pairs) {
    return new MeanDifference(pairs.stream().mapToDouble(PairedScore::difference).toArray());
  }

  private static double mean(List<PairedScore> pairs, ToDoubleFunction<PairedScore> score) {
    return pairs.stream().mapToDouble(score).average().orElseThrow();
  }
}
