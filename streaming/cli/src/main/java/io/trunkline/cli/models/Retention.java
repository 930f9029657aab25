package io.trunkline.cli.models;

import io.trunkline.model.archive.StoredFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which archives of a store may go. A model stays by one of the {@linkplain RetentionRules
 * rules}, and a round if it is young or a checkpoint names it. With each model that stays, stay the
 * parent and the round that it can be rebuilt from, and with each round its parent: one step back,
 * not all the way to the first model, for then nothing would ever go.
 */
final class Retention {
  private final RetentionRules rules;
  private final Origins origins;
  private final Map<String, String> models = new LinkedHashMap<>();
  private final Map<String, String> rounds = new LinkedHashMap<>();

  private Retention(RetentionRules rules, Origins origins) {
    this.rules = rules;
    this.origins = origins;
  }

  /**
   * What is to become of every archive, models first.
   *
   * @param announced oldest first
   * @throws io.trunkline.model.InvalidInputException if one that stays cannot be read: what it
   *     needs is not known then, and nothing may go
   */
  static List<Fate> decide(
      RetentionRules rules,
      Origins origins,
      List<AnnouncedModel> announced,
      List<StoredFile> modelFiles,
      List<StoredFile> roundFiles)
      throws IOException {
    Retention retention = new Retention(rules, origins);
    retention.keepAnnounced(announced);
    rules.configured().forEach(digest -> retention.keepModel(digest, "named by the pipeline"));
    retention.keepByThemselves(modelFiles, retention.models);
    retention.keepByThemselves(roundFiles, retention.rounds);
    retention.keepOrigins(modelFiles, roundFiles);
    List<Fate> fates = new ArrayList<>();
    modelFiles.forEach(file -> fates.add(Fate.of(Fate.MODEL, file, retention.models)));
    roundFiles.forEach(file -> fates.add(Fate.of(Fate.ROUND, file, retention.rounds)));
    return fates;
  }

  /** A model that is announced again takes the place of one, not of two. */
  private void keepAnnounced(List<AnnouncedModel> announced) {
    Set<String> last = new LinkedHashSet<>();
    for (int i = announced.size() - 1; i >= 0 && last.size() < rules.lastAnnounced(); i--) {
      last.add(announced.get(i).digest());
    }
    last.forEach(digest -> keepModel(digest, models.isEmpty() ? "serves" : "announced lately"));
  }

  private void keepByThemselves(List<StoredFile> files, Map<String, String> kept) {
    for (StoredFile file : files) {
      if (rules.checkpointed().contains(file.digest())) {
        kept.putIfAbsent(file.digest(), "named by a checkpoint");
      } else if (file.storedAt().isAfter(rules.youngSince())) {
        kept.putIfAbsent(file.digest(), "young");
      }
    }
  }

  private void keepOrigins(List<StoredFile> modelFiles, List<StoredFile> roundFiles)
      throws IOException {
    // Taken before parents are added, whose own parents may go.
    Set<String> keptModels = stored(modelFiles, models);
    Set<String> keptRounds = stored(roundFiles, rounds);
    for (String round : keptRounds) {
      keepModel(origins.ofRound(round), "parent of round " + round);
    }
    for (String model : keptModels) {
      Optional<Lineage> lineage = origins.ofModel(model);
      if (lineage.isPresent()) {
        keepModel(lineage.get().parent(), "parent of " + model);
        rounds.putIfAbsent(lineage.get().round(), "made " + model);
      }
    }
  }

  private void keepModel(String digest, String reason) {
    models.putIfAbsent(digest, reason);
  }

  /** Those that are kept and there. */
  private static Set<String> stored(List<StoredFile> files, Map<String, String> kept) {
    Set<String> stored = new LinkedHashSet<>();
    files.stream().map(StoredFile::digest).filter(kept::containsKey).forEach(stored::add);
    return stored;
  }
}
