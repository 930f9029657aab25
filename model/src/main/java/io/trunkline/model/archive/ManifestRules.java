package io.trunkline.model.archive;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;

/** What must hold of a manifest's values; checked before a file is written and when it is read. */
final class ManifestRules {
  private static final int MAX_TASKS = 1_000;
  private static final int MAX_LABELS = 100_000;
  private static final int MAX_WORDS = 1 << 24;
  private static final int MAX_NAME = 200;

  private ManifestRules() {}

  static void check(Manifest manifest) {
    require(
        manifest.format() == Manifest.FORMAT,
        "format is %d, this version reads %d",
        manifest.format(),
        Manifest.FORMAT);
    requireName("library", manifest.library());
    require(
        manifest.words() >= 0 && manifest.words() <= MAX_WORDS,
        "words is %d, expected 0 to %d",
        manifest.words(),
        MAX_WORDS);
    require(
        manifest.tasks().size() <= MAX_TASKS,
        "there are %d tasks, expected at most %d",
        manifest.tasks().size(),
        MAX_TASKS);
    ModelSpec spec = manifest.spec();
    spec.tasks().forEach(ManifestRules::check);
    check(manifest.training());
    check(Sizes.of(spec, manifest.words()));
  }

  private static void check(Task task) {
    requireName("a task's name", task.name());
    require(
        task.kind() == TaskKind.SINGLE_LABEL,
        "task %s is %s, this version can only tell %s",
        task.name(),
        task.kind().title(),
        TaskKind.SINGLE_LABEL.title());
    int labels = task.labels().size();
    require(
        labels >= 1 && labels <= MAX_LABELS,
        "task %s has %d labels, expected 1 to %d",
        task.name(),
        labels,
        MAX_LABELS);
    task.labels().forEach(label -> requireName("a label of task " + task.name(), label));
  }

  private static void check(Manifest.Training training) {
    require(
        training.dataDigest().matches("[0-9a-f]{64}"),
        "training.dataDigest is '%s', expected 64 hexadecimal digits",
        training.dataDigest());
    require(training.examples() >= 0, "training.examples is %d", training.examples());
    training
        .metrics()
        .forEach(
            (name, value) ->
                require(
                    Double.isFinite(value),
                    "training.metrics.%s is %s, expected a finite number",
                    name,
                    value));
  }

  private static void check(Sizes sizes) {
    require(
        sizes.bytes() <= ModelArchive.MAX_BYTES,
        "the parameters take %d bytes, a model file may have %d",
        sizes.bytes(),
        ModelArchive.MAX_BYTES);
  }

  private static void requireName(String what, String name) {
    require(
        !name.isBlank()
            && name.length() <= MAX_NAME
            && name.chars().noneMatch(Character::isISOControl),
        "%s is '%s', expected 1 to %d characters, not blank, no line break or tab",
        what,
        name.codePoints()
            .limit(MAX_NAME)
            .filter(c -> !Character.isISOControl(c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append),
        MAX_NAME);
  }

  private static void require(boolean holds, String expected, Object... values) {
    if (!holds) {
      throw new InvalidInputException(expected.formatted(values));
    }
  }
}
