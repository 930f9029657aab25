package io.trunkline.model.archive;

import io.trunkline.model.Calibration;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Precision;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Everything in a model file but its parameters, as {@code manifest.json} has it. No time of day:
 * equal models must have equal files.
 *
 * @param format version of the file's layout
 * @param library version of Trunkline that wrote it
 * @param precision of the tables, a {@link Precision#title()}
 * @param words how many words the word table has
 * @param calibration as {@link Model#calibration()}, by ascending name
 */
record Manifest(
    int format,
    String library,
    List<Head> tasks,
    ModelSpec.Features features,
    ModelSpec.Network network,
    String precision,
    int words,
    Map<String, Calibration> calibration,
    Training training) {
  static final int FORMAT = 6;

  /** As {@link Task}; {@code kind} is a {@link TaskKind#title()}. */
  record Head(String name, String kind, List<String> labels, boolean open, List<String> reads) {
    Task toTask() {
      TaskKind known =
          Arrays.stream(TaskKind.values())
              .filter(value -> value.title().equals(kind))
              .findFirst()
              .orElseThrow(
                  () ->
                      new InvalidInputException("task " + name + " has the unknown kind " + kind));
      return new Task(name, known, labels, open, reads);
    }
  }

  /**
   * As {@link Model.TrainingSummary}, the metrics by ascending name.
   *
   * @param parent empty if there is none
   * @param round empty if there is none
   */
  record Training(
      String dataDigest,
      long examples,
      long seed,
      Map<String, Double> metrics,
      String parent,
      String round) {}

  static Manifest of(Model model, String library) {
    Model.TrainingSummary training = model.training();
    return new Manifest(
        FORMAT,
        library,
        model.spec().tasks().stream()
            .map(
                task ->
                    new Head(
                        task.name(), task.kind().title(), task.labels(), task.open(), task.reads()))
            .toList(),
        model.spec().features(),
        model.spec().network(),
        model.precision().title(),
        model.words().size(),
        new TreeMap<>(model.calibration()),
        new Training(
            training.dataDigest(),
            training.examples(),
            training.seed(),
            new TreeMap<>(training.metrics()),
            Objects.requireNonNullElse(training.parent(), ""),
            Objects.requireNonNullElse(training.round(), "")));
  }

  ModelSpec spec() {
    return new ModelSpec(tasks.stream().map(Head::toTask).toList(), features, network);
  }

  Precision knownPrecision() {
    return Arrays.stream(Precision.values())
        .filter(value -> value.title().equals(precision))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "precision is '%s', expected float32 or int8".formatted(precision)));
  }

  Model.TrainingSummary summary() {
    return new Model.TrainingSummary(
        training.dataDigest(),
        training.examples(),
        training.seed(),
        training.metrics(),
        training.parent().isEmpty() ? null : training.parent(),
        training.round().isEmpty() ? null : training.round());
  }
}
