package io.trunkline.cli.models;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Model;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.archive.ModelStore;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The models that a pipeline knows of.
 *
 * @param announced those announced, oldest first
 * @param store has, or should have, their archives
 */
record KnownModels(List<AnnouncedModel> announced, ModelStore store) {
  private static final Pattern GENERATION = Pattern.compile("[0-9]{1,18}");

  KnownModels {
    announced = List.copyOf(announced);
  }

  /**
   * Asks the pipeline's brokers.
   *
   * @throws InvalidInputException if the models topic does not exist or no broker answers
   */
  static KnownModels of(Pipeline pipeline) throws InterruptedException {
    return new KnownModels(new ModelsTopic(pipeline).read(), Stores.models(pipeline));
  }

  /** The newest, which serves as soon as it is loaded; empty if none was ever announced. */
  Optional<AnnouncedModel> newest() {
    return announced.isEmpty()
        ? Optional.empty()
        : Optional.of(announced.get(announced.size() - 1));
  }

  /** Whether this generation was announced. */
  boolean has(long generation) {
    return announced.stream().anyMatch(model -> model.generation() == generation);
  }

  /** The announcements of a model, oldest first. */
  List<AnnouncedModel> announcementsOf(String digest) {
    return announced.stream().filter(model -> model.digest().equals(digest)).toList();
  }

  /**
   * The model that was announced last before the one that serves.
   *
   * @throws InvalidInputException if there is none
   */
  AnnouncedModel predecessor() {
    for (int i = announced.size() - 1; i > 0; i--) {
      AnnouncedModel earlier = announced.get(i - 1);
      if (!earlier.digest().equals(announced.get(i).digest())) {
        return earlier;
      }
    }
    throw new InvalidInputException(
        "no other model was announced before the one that serves, expected one to go back to");
  }

  /**
   * The digest of a model that somebody named: by a generation, or else by as much of the beginning
   * of its digest as no other's begins with.
   *
   * @throws InvalidInputException if it is nobody's, or that of several
   */
  String digest(String name) throws IOException {
    if (GENERATION.matcher(name).matches()) {
      long generation = Long.parseLong(name);
      for (AnnouncedModel model : announced) {
        if (model.generation() == generation) {
          return model.digest();
        }
      }
    }
    List<String> meant = beginningWith(name);
    if (meant.isEmpty()) {
      throw new InvalidInputException(
          "no model is '%s', expected a generation or the beginning of a digest of those that 'trunkline models list' shows or the store has"
              .formatted(name));
    }
    if (meant.size() > 1) {
      throw new InvalidInputException(
          "'%s' could be %s, expected more of the digest"
              .formatted(name, meant.stream().limit(3).collect(Collectors.joining(" or "))));
    }
    return meant.get(0);
  }

  /**
   * Reads a model from the store and verifies it.
   *
   * @throws InvalidInputException if it is not there or not what its digest says
   */
  Model load(String digest) throws IOException {
    try {
      return ModelArchive.load(store, digest);
    } catch (FileNotFoundException e) {
      throw new InvalidInputException(e.getMessage() + ", expected its archive there", e);
    }
  }

  /**
   * Verifies that a model is in the store.
   *
   * @throws InvalidInputException if it is not there or not what its digest says
   */
  void require(String digest) throws IOException {
    var unused = load(digest);
  }

  private List<String> beginningWith(String name) throws IOException {
    return Stream.concat(announced.stream().map(AnnouncedModel::digest), store.list().stream())
        .filter(digest -> digest.startsWith(name))
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .toList();
  }
}
