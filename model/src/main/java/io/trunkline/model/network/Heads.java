package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which heads a network has, what they read and put out. */
final class Heads {
  /** Width of the dense layer between a fusion head and the tasks it reads. */
  static final int FUSION = 32;

  private Heads() {}

  /** How many numbers a task's head puts out; of a spans task for each token. */
  static int outputs(Task task) {
    return switch (task.kind()) {
      case SINGLE_LABEL, MULTI_LABEL -> task.labels().size();
      case SPANS -> 2 * task.labels().size() + 1;
      case SCORE -> 1;
    };
  }

  /** Whether its head reads tokens, one by one. */
  static boolean readsTokens(Task task) {
    return task.kind() == TaskKind.SPANS;
  }

  /** Whether any task's head does. */
  static boolean readTokens(ModelSpec spec) {
    return spec.tasks().stream().anyMatch(Heads::readsTokens);
  }

  /** Whether its head reads the outputs of other tasks. */
  static boolean isFusion(Task task) {
    return !task.reads().isEmpty();
  }

  /** Whether its head reads the whole text. */
  static boolean readsText(Task task) {
    return !readsTokens(task) && !isFusion(task);
  }

  /** The place of the task with the given name. */
  static int place(List<Task> tasks, String name) {
    for (int i = 0; i < tasks.size(); i++) {
      if (tasks.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("there is no task " + name);
  }

  /**
   * The places of the tasks that share a common head: those that read the whole text and have the
   * same labels, none of them open: an open one would leave the others when it grows. Such a task's
   * logits are the sum of the common head's and its own, so that what the tasks have in common is
   * learnt from all of their texts, and each on its own only what sets it apart. While both learn,
   * its own is the slower one: at the same rate it would learn its few texts by heart before the
   * common head has made out what they have in common with the others.
   *
   * @see <a href="https://doi.org/10.1145/1014052.1014067">T. Evgeniou and M. Pontil, Regularized
   *     Multi-Task Learning, KDD 2004</a>
   * @see <a href="https://aclanthology.org/P07-1033">H. Daumé III, Frustratingly Easy Domain
   *     Adaptation, ACL 2007</a>
   */
  static List<List<Integer>> common(ModelSpec spec) {
    Map<Alike, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < spec.tasks().size(); i++) {
      Task task = spec.tasks().get(i);
      if (readsText(task) && task.kind() != TaskKind.SCORE && !task.open()) {
        Alike alike = new Alike(task.kind(), task.labels());
        groups.computeIfAbsent(alike, key -> new ArrayList<>()).add(i);
      }
    }
    return groups.values().stream().filter(group -> group.size() > 1).toList();
  }

  /** The places of the tasks that have a head of their own beside a common one. */
  static BitSet besideCommon(ModelSpec spec) {
    BitSet tasks = new BitSet();
    common(spec).forEach(group -> group.forEach(tasks::set));
    return tasks;
  }

  private record Alike(TaskKind kind, List<String> labels) {}
}
