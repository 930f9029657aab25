package io.trunkline.model.serving;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Prediction;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Task;
import io.trunkline.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers every task that any of its members answers: what only one answers as that one does, the
 * rest {@linkplain Combiner together}. How strange a text is is the members' mean.
 */
final class EnsembleTagger implements Tagger {
  private final List<Tagger> members;
  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private final Combiner combiner;

  /** A task's labels are all that any member knows. */
  EnsembleTagger(List<Tagger> members, Combination combination) {
    this.members = List.copyOf(members);
    combiner = new Combiner(combination);
    members.stream()
        .flatMap(member -> member.tasks().stream())
        .forEach(task -> tasks.merge(task.name(), task, EnsembleTagger::union));
  }

  @Override
  public List<Task> tasks() {
    return List.copyOf(tasks.values());
  }

  @Override
  public List<Tagging> tag(List<Text> texts) {
    List<List<Tagging>> byMember = members.stream().map(member -> member.tag(texts)).toList();
    List<Tagging> together = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      int text = i;
      together.add(combine(byMember.stream().map(tagged -> tagged.get(text)).toList()));
    }
    return together;
  }

  private Tagging combine(List<Tagging> taggings) {
    Map<String, List<Prediction>> byTask = new LinkedHashMap<>();
    tasks.keySet().forEach(task -> byTask.put(task, new ArrayList<>()));
    taggings.stream()
        .flatMap(tagging -> tagging.predictions().stream())
        .forEach(
            answer -> byTask.computeIfAbsent(answer.task(), t -> new ArrayList<>()).add(answer));
    return new Tagging(
        byTask.values().stream().map(combiner::combine).toList(),
        taggings.stream().mapToDouble(Tagging::outOfScope).average().orElse(0));
  }

  private static Task union(Task one, Task other) {
    if (one.kind() != other.kind()) {
      throw new InvalidInputException(
          "task %s is %s in one model and %s in another"
              .formatted(one.name(), one.kind().title(), other.kind().title()));
    }
    Set<String> labels = new LinkedHashSet<>(one.labels());
    labels.addAll(other.labels());
    return one.withLabels(List.copyOf(labels));
  }

  @Override
  public void close() {
    members.forEach(Tagger::close);
  }
}
