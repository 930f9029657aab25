package io.trunkline.cli.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.pipeline.DurationConverter;
import io.trunkline.cli.pipeline.PipelineOption;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.archive.ModelStore;
import io.trunkline.tagging.pipeline.Models;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.flink.core.fs.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline models prune}. */
@Command(
    name = "prune",
    description = {
      "Deletes models and rounds from the store that nothing needs any more.",
      "What stays: the models announced last; the one that the pipeline names as its start; what a"
          + " checkpoint or savepoint names, looked for in every file below --checkpoints and"
          + " below the pipeline's checkpointing.directory; what is younger than --min-age; and of"
          + " all these the parent and the round, so that each can be rebuilt from there."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline models prune --keep 10 --pipeline pipeline.yaml --dry-run",
      "  trunkline models prune --keep 10 --pipeline pipeline.yaml --checkpoints savepoints --json"
    })
final class ModelsPruneCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PipelineOption pipeline;

  @Option(
      names = "--keep",
      required = true,
      paramLabel = "N",
      description = "Keep so many different models of those announced last; at least 1.")
  private int keep;

  @Option(
      names = "--checkpoints",
      paramLabel = "DIR",
      description =
          "A directory below which there are checkpoints or savepoints, on any file system Flink"
              + " knows; may be given several times.")
  private List<String> checkpoints = List.of();

  @Option(
      names = "--min-age",
      paramLabel = "TIME",
      defaultValue = "1d",
      converter = DurationConverter.class,
      description = "Keep what is younger than this; ${DEFAULT-VALUE} by default.")
  private Duration minAge;

  @Option(names = "--dry-run", description = "Delete nothing; say what would be deleted.")
  private boolean dryRun;

  @Option(
      names = "--json",
      description =
          "Print one object: {\"dryRun\", \"deleted\": n, \"bytes\": n, \"archives\": [{\"kind\":"
              + " model or round, \"digest\", \"bytes\", \"kept\": reason or null}]}.")
  private boolean json;

  ModelsPruneCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (keep < 1) {
      throw new InvalidInputException("--keep is %d, expected at least 1".formatted(keep));
    }
    Pipeline of = pipeline.load();
    ModelStore models = Stores.models(of);
    ModelStore rounds = Stores.rounds(of);
    // Announcements after checkpoints: what is announced while they are searched is seen.
    Set<String> checkpointed = checkpointed(of, models, rounds);
    KnownModels known = KnownModels.of(of);
    List<Fate> fates =
        Retention.decide(
            rules(of, checkpointed),
            Origins.in(known, rounds),
            known.announced(),
            models.files(),
            rounds.files());
    if (!dryRun) {
      for (Fate fate : fates) {
        if (fate.kept() == null) {
          (fate.kind().equals(Fate.MODEL) ? models : rounds).delete(fate.digest());
        }
      }
    }
    print(fates);
    return 0;
  }

  private RetentionRules rules(Pipeline of, Set<String> checkpointed) {
    String start = of.models().start();
    Set<String> configured = start.equals(Models.NEWEST) ? Set.of() : Set.of(start);
    Instant youngSince = InstantSource.system().instant().minus(minAge);
    return new RetentionRules(keep, youngSince, configured, checkpointed);
  }

  private Set<String> checkpointed(Pipeline of, ModelStore models, ModelStore rounds)
      throws IOException {
    Set<String> stored = new HashSet<>(models.list());
    stored.addAll(rounds.list());
    CheckpointScan scan = new CheckpointScan(stored);
    for (String directory : checkpoints) {
      scan.directory(new Path(directory));
    }
    if (of.checkpointing().directory() != null) {
      Path directory = new Path(of.checkpointing().directory());
      if (directory.getFileSystem().exists(directory)) {
        scan.directory(directory);
      }
    } else if (checkpoints.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(
              "warning: no checkpoints were searched: the pipeline leaves their directory to the"
                  + " cluster, expected --checkpoints DIR");
    }
    return scan.found();
  }

  private void print(List<Fate> fates) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Fate> deleted = fates.stream().filter(fate -> fate.kept() == null).toList();
    long bytes = deleted.stream().mapToLong(Fate::bytes).sum();
    if (json) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("dryRun", dryRun);
      object.put("deleted", deleted.size());
      object.put("bytes", bytes);
      object.put("archives", fates);
      out.println(new ObjectMapper().writeValueAsString(object));
      return;
    }
    String verb = dryRun ? "would delete" : "deleted";
    fates.forEach(fate -> out.println(fate.line(verb)));
    out.printf("%s %d of %d archives, %d bytes%n", verb, deleted.size(), fates.size(), bytes);
  }
}
