package io.trunkline.model.archive;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Names;

/** What must hold of a manifest's values; checked before a file is written and when it is read. */
final class ManifestRules {
  private static final int MAX_TASKS = 1_000;
  private static final int MAX_WORDS = 1 << 24;

  private ManifestRules() {}

  static void check(Manifest manifest) {
    Names.require("library", manifest.library());
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
    check(manifest.training());
    Sizes.of(spec, manifest.words(), manifest.knownPrecision()).requireFit();
  }

  private static void check(Manifest.Training training) {
    requireDigest("dataDigest", training.dataDigest());
    if (!training.parent().isEmpty() || !training.round().isEmpty()) {
      requireDigest("parent", training.parent());
      requireDigest("round", training.round());
    }
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

  private static void requireDigest(String name, String digest) {
    require(
        digest.matches("[0-9a-f]{64}"),
        "training.%s is '%s', expected 64 hexadecimal digits",
        name,
        digest);
  }

  static void require(boolean holds, String expected, Object... values) {
    if (!holds) {
      throw new InvalidInputException(expected.formatted(values));
    }
  }
}
