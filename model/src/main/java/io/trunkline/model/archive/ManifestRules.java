package io.trunkline.model.archive;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.ModelSpec;

/** What must hold of a manifest's values; checked before a file is written and when it is read. */
final class ManifestRules {
  private static final int MAX_TASKS = 1_000;
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
    TaskRules.check(spec.tasks(), manifest.calibration());
    spec.features().attributes().forEach(name -> requireName("an attribute's name", name));
    check(manifest.training());
    check(Sizes.of(spec, manifest.words()));
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

  static void requireName(String what, String name) {
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

  static void require(boolean holds, String expected, Object... values) {
    if (!holds) {
      throw new InvalidInputException(expected.formatted(values));
    }
  }
}
