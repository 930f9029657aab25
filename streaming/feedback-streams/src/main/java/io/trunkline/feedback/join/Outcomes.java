package io.trunkline.feedback.join;

import io.trunkline.schemas.avro.LabelledSpan;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.Outcome;
import io.trunkline.schemas.avro.Score;
import io.trunkline.schemas.avro.SeveralLabels;
import io.trunkline.schemas.avro.Spans;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds a label against what is said to be right. Their own scores do not count. */
final class Outcomes {
  private final double tolerance;

  /**
   * @param tolerance how far a score may be off and still count as right, in the task's unit
   */
  Outcomes(double tolerance) {
    this.tolerance = tolerance;
  }

  /**
   * What becomes of a label: right as a whole if it is the label, the same set of labels, the same
   * set of spans, or a score as near. Null where the two are of different kinds and say nothing of
   * each other.
   */
  @Nullable Outcome of(Object given, Object right, boolean solicited) {
    if (given instanceof Score a && right instanceof Score b) {
      boolean near = Math.abs(a.getValue() - b.getValue()) <= tolerance;
      return new Outcome(solicited, near, List.of(), List.of(), List.of());
    }
    if (given.getClass() != right.getClass()) {
      return null;
    }
    Map<Object, String> names = names(given);
    Map<Object, String> rightNames = names(right);
    List<String> hits = keep(names, rightNames.keySet(), true);
    List<String> wrong = keep(names, rightNames.keySet(), false);
    List<String> missed = keep(rightNames, names.keySet(), false);
    return new Outcome(solicited, wrong.isEmpty() && missed.isEmpty(), hits, wrong, missed);
  }

  /** What is claimed, and under which label name it counts. */
  private static Map<Object, String> names(Object value) {
    if (value instanceof OneLabel one) {
      return Map.of(one.getLabel(), one.getLabel());
    }
    if (value instanceof SeveralLabels several) {
      return names(several.getLabels(), OneLabel::getLabel, OneLabel::getLabel);
    }
    return names(
        ((Spans) value).getSpans(),
        span -> List.of(span.getStart(), span.getEnd(), span.getLabel()),
        LabelledSpan::getLabel);
  }

  private static <T> Map<Object, String> names(
      Collection<T> items, Function<T, Object> claim, Function<T, String> name) {
    return items.stream().collect(Collectors.toMap(claim, name, (first, again) -> first));
  }

  private static List<String> keep(Map<Object, String> names, Set<Object> claims, boolean among) {
    return names.entrySet().stream()
        .filter(entry -> claims.contains(entry.getKey()) == among)
        .map(Map.Entry::getValue)
        .sorted()
        .toList();
  }
}
