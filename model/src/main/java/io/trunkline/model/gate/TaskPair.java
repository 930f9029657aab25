package io.trunkline.model.gate;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A task as two models have it.
 *
 * @param champion the champion's; null if it lacks the task
 * @param labels all that either knows
 */
record TaskPair(TaskKind kind, @Nullable Task champion, Set<String> labels) {
  /**
   * The tasks that either model has, by name.
   *
   * @throws InvalidInputException if one has two kinds
   */
  static Map<String, TaskPair> of(List<Task> champion, List<Task> candidate) {
    Map<String, TaskPair> pairs = new TreeMap<>();
    champion.forEach(
        task -> pairs.put(task.name(), new TaskPair(task.kind(), task, Set.copyOf(task.labels()))));
    for (Task task : candidate) {
      TaskPair added = new TaskPair(task.kind(), null, Set.copyOf(task.labels()));
      pairs.merge(task.name(), added, (pair, other) -> pair.with(task));
    }
    return pairs;
  }

  private TaskPair with(Task candidate) {
    if (candidate.kind() != kind) {
      throw new InvalidInputException(
          "task %s is %s in the champion and %s in the candidate"
              .formatted(candidate.name(), kind.title(), candidate.kind().title()));
    }
    Set<String> union = new HashSet<>(labels);
    union.addAll(candidate.labels());
    return new TaskPair(kind, champion, union);
  }

  /** Whether the candidate knows labels that the champion lacks. */
  boolean grown() {
    return champion != null && labels.size() > champion.labels().size();
  }

  /** A value as one of the task's kind; empty if it is of another. */
  Optional<LabelValue> ofKind(LabelValue value) {
    // An empty list reads as several labels, whether labels or spans are meant.
    if (kind == TaskKind.SPANS && value.equals(new LabelValue.Several(List.of()))) {
      return Optional.of(new LabelValue.Spans(List.of()));
    }
    return value.kind() == kind ? Optional.of(value) : Optional.empty();
  }
}
