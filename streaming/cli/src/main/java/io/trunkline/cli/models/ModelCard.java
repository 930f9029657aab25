package io.trunkline.cli.models;

import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.archive.StoredFile;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a model, as {@code models show --json} prints it.
 *
 * @param digest its name
 * @param bytes size of its archive
 * @param storedAt when the store got it, ISO-8601
 * @param generations its announcements, oldest first
 * @param tasks in the order of its heads
 * @param sizes how large its parts are
 * @param training where it comes from
 * @param metrics figures measured when it was trained, by name
 */
record ModelCard(
    String digest,
    long bytes,
    String storedAt,
    List<Generation> generations,
    List<TaskCard> tasks,
    Sizes sizes,
    Training training,
    Map<String, Double> metrics) {

  /** An announcement. */
  record Generation(long generation, String announcedAt, String announcedBy, String note) {}

  /**
   * A task.
   *
   * @param labels how many there are
   */
  record TaskCard(String name, String kind, int labels, boolean open, List<String> reads) {}

  /**
   * How large a model's parts are.
   *
   * @param ngrams n-grams that have a row
   * @param wideRows rows that there are for them
   * @param words words of the table
   * @param parameters numbers that were learnt
   * @param precision of those in tables, {@code float32} or {@code int8}
   * @param golden examples that travel with it to compare its descendants on
   * @param replay examples that travel with it to be learnt again
   */
  record Sizes(
      int ngrams,
      int wideRows,
      int words,
      long parameters,
      String precision,
      int golden,
      int replay) {}

  /**
   * Where a model comes from.
   *
   * @param parent digest of the model that it was trained further from; null if from none
   * @param round digest of the round of learning that made it; null if none did
   */
  record Training(
      String dataDigest,
      long examples,
      long seed,
      @Nullable String parent,
      @Nullable String round) {
    static Training of(Model model) {
      Model.TrainingSummary summary = model.training();
      return new Training(
          summary.dataDigest(),
          summary.examples(),
          summary.seed(),
          summary.parent(),
          summary.round());
    }
  }

  static ModelCard of(StoredFile file, Model model, List<AnnouncedModel> announcements) {
    return new ModelCard(
        file.digest(),
        file.bytes(),
        file.storedAt().toString(),
        announcements.stream().map(ModelCard::generation).toList(),
        model.spec().tasks().stream().map(ModelCard::task).toList(),
        sizes(model),
        Training.of(model),
        new TreeMap<>(model.training().metrics()));
  }

  private static Generation generation(AnnouncedModel model) {
    Instant at = model.announcedAt();
    return new Generation(model.generation(), at.toString(), model.announcedBy(), model.note());
  }

  private static TaskCard task(Task task) {
    return new TaskCard(
        task.name(), task.kind().title(), task.labels().size(), task.open(), task.reads());
  }

  private static Sizes sizes(Model model) {
    ModelSpec.Features features = model.spec().features();
    int ngrams = (int) Arrays.stream(model.ngrams()).filter(owner -> owner != 0).count();
    return new Sizes(
        ngrams,
        features.wideRows(),
        model.words().size(),
        model.parameters(),
        model.precision().title(),
        model.memory().golden().size(),
        model.memory().replay().size());
  }
}
