package io.trunkline.tagging.models;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Tagger;
import io.trunkline.model.Task;
import io.trunkline.model.serving.ServingModel;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The models of a store that can serve a pipeline.
 *
 * @param store the store's directory, on any file system Flink knows
 * @param tasks what a model must answer
 */
public record StoredModels(URI store, Set<String> tasks) implements TaggerSource {
  public StoredModels {
    tasks = Set.copyOf(tasks);
  }

  @Override
  public Tagger load(String digest) throws IOException {
    return read(digest).tagger();
  }

  /**
   * Reads and verifies a model without making a tagger of it.
   *
   * @throws IOException if the archive cannot be read
   * @throws InvalidInputException if it is not what the digest says, or lacks a task
   */
  ServingModel read(String digest) throws IOException {
    ServingModel serving = SharedModels.load(store, digest);
    Set<String> answered =
        serving.model().spec().tasks().stream()
            .map(Task::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<String> missing =
        tasks.stream().filter(task -> !answered.contains(task)).sorted().toList();
    if (!missing.isEmpty()) {
      throw new InvalidInputException(
          "model %s does not answer %s, expected every task of the pipeline; it answers %s"
              .formatted(digest, String.join(", ", missing), String.join(", ", answered)));
    }
    return serving;
  }
}
