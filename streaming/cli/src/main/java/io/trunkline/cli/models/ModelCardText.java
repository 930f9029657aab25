package io.trunkline.cli.models;

import io.trunkline.cli.models.ModelCard.Generation;
import io.trunkline.cli.models.ModelCard.TaskCard;
import io.trunkline.cli.models.ModelCard.Training;
import io.trunkline.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A model's card as people read it: a fact a line, its name first. */
final class ModelCardText {
  private final List<String> lines = new ArrayList<>();

  private ModelCardText() {}

  static List<String> of(ModelCard card) {
    ModelCardText text = new ModelCardText();
    text.describe(card);
    return text.lines;
  }

  private void describe(ModelCard card) {
    add("model", card.digest());
    add("stored", "%,d bytes, since %s", card.bytes(), card.storedAt());
    if (card.generations().isEmpty()) {
      add("announced", "never");
    }
    card.generations().forEach(generation -> add("announced", announced(generation)));
    card.tasks().forEach(task -> add("task", task(task)));
    add(
        "sizes",
        "%,d n-grams in %,d rows, %,d words, %,d parameters, %s",
        card.sizes().ngrams(),
        card.sizes().wideRows(),
        card.sizes().words(),
        card.sizes().parameters(),
        card.sizes().precision());
    add("remembers", "%,d golden, %,d to replay", card.sizes().golden(), card.sizes().replay());
    Training training = card.training();
    add("trained on", "%,d examples, seed %d", training.examples(), training.seed());
    add("data", training.dataDigest());
    add("parent", training.parent() == null ? "none" : training.parent());
    if (training.round() != null) {
      add("round", training.round());
    }
    card.metrics().forEach((name, value) -> add("metric", "%s %.4f", name, value));
  }

  private static String announced(Generation generation) {
    return "generation %d, %s%s%s"
        .formatted(
            generation.generation(),
            generation.announcedAt(),
            generation.announcedBy().isEmpty() ? "" : ", by " + generation.announcedBy(),
            generation.note().isEmpty() ? "" : ": " + generation.note());
  }

  private static String task(TaskCard task) {
    return "%s, %s%s%s%s"
        .formatted(
            task.name(),
            task.kind(),
            task.labels() == 0 ? "" : ", " + task.labels() + " labels",
            task.open() ? ", open" : "",
            task.reads().isEmpty() ? "" : ", reads " + String.join(" and ", task.reads()));
  }

  private void add(String name, String format, Object... values) {
    add(name, String.format(Locale.ROOT, format, values));
  }

  private void add(String name, String value) {
    lines.add("%-11s%s".formatted(name, Terminal.harmless(value)));
  }
}
