package io.trunkline.tagging.learner.rounds;

import io.trunkline.model.Example;
import io.trunkline.model.Model;
import io.trunkline.model.Tagger;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.archive.ModelStore;
import io.trunkline.model.gate.Gate;
import io.trunkline.model.gate.GateReport;
import io.trunkline.model.gate.GateSettings;
import io.trunkline.model.learning.HoldOut;
import io.trunkline.model.learning.Round;
import io.trunkline.model.learning.RoundArchive;
import io.trunkline.model.learning.RoundTrainer;
import io.trunkline.model.serving.Taggers;
import io.trunkline.tagging.models.FlinkModelStore;
import io.trunkline.tagging.pipeline.Learning;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rounds whose parents and models are in the store of models, and whose archives are in the folder
 * {@code rounds} of it.
 *
 * @param store the store's directory, on any file system Flink knows
 * @param gate what a candidate must hold against
 */
public record StoredRounds(URI store, Learning.Gate gate) implements RoundRunner {
  private static final GateReport NO_GATE =
      new GateReport(true, "the gate is switched off", List.of(), Map.of());

  @Override
  public String digest(Round round) throws IOException {
    return inTemporaryFile(file -> RoundArchive.write(round, file));
  }

  @Override
  public GatedModel run(PlannedRound planned, Runnable afterStep) throws IOException {
    ModelStore rounds = FlinkModelStore.ofRounds(store);
    inTemporaryFile(
        file -> {
          RoundArchive.write(planned.round(), file);
          return put(rounds, planned.digest(), file);
        });
    ModelStore models = new FlinkModelStore(store);
    Model parent = ModelArchive.load(models, planned.round().parent());
    Model candidate = RoundTrainer.run(parent, planned.round(), planned.digest(), afterStep);
    GateReport report =
        gate.enabled() ? compare(parent, candidate, judges(parent, planned)) : NO_GATE;
    return inTemporaryFile(
        file -> {
          String digest = ModelArchive.write(candidate, file);
          if (report.accepted()) {
            put(models, digest, file);
            // What cannot be read back must not be announced.
            ModelArchive.load(models, digest);
          }
          return new GatedModel(digest, report);
        });
  }

  /** Of the texts held out, those that neither model has learnt from. */
  private static List<Example> judges(Model parent, PlannedRound planned) {
    List<Example> learnt = new ArrayList<>(parent.memory().replay());
    learnt.addAll(planned.round().fresh());
    learnt.addAll(planned.round().replayed());
    return HoldOut.unseen(planned.heldOut(), learnt);
  }

  private GateReport compare(Model parent, Model candidate, List<Example> heldOut) {
    GateSettings settings =
        new GateSettings(gate.margin(), gate.confidence(), gate.minLabelExamples());
    try (Tagger champion = Taggers.create(parent);
        Tagger challenger = Taggers.create(candidate)) {
      return new Gate(settings).compare(champion, challenger, heldOut, parent.memory().golden());
    }
  }

  private static String put(ModelStore store, String digest, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      store.put(digest, in);
    }
    return digest;
  }

  private static <T> T inTemporaryFile(Use<T> use) throws IOException {
    Path directory = Files.createTempDirectory("trunkline-");
    Path file = directory.resolve("archive");
    try {
      return use.of(file);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(directory);
    }
  }

  @FunctionalInterface
  private interface Use<T> {
    T of(Path file) throws IOException;
  }
}
