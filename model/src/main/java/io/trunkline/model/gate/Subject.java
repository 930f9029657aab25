package io.trunkline.model.gate;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What two models are compared on, see {@link Comparison}. */
record Subject(
    String task,
    @Nullable String label,
    Comparison.Examples examples,
    Comparison.Measure measure,
    Requirement requirement) {
  /** By task, then examples; whole tasks before their labels. */
  static final Comparator<Subject> ORDER =
      Comparator.comparing(Subject::task)
          .thenComparing(Subject::examples)
          .thenComparing(Subject::label, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Subject::measure)
          .thenComparing(Subject::requirement);

  /** The same of which less is asked. */
  Subject only(Requirement less) {
    return new Subject(task, label, examples, measure, less);
  }

  /** The same of other examples. */
  Subject on(Comparison.Examples others) {
    return new Subject(task, label, others, measure, requirement);
  }
}
