package io.trunkline.cli.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.model.OutputFile;
import io.trunkline.cli.pipeline.PipelineOption;
import io.trunkline.cli.terminal.StandardError;
import io.trunkline.cli.terminal.WorkBar;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Model;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.learning.Round;
import io.trunkline.model.learning.RoundTrainer;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trunkline models rebuild}. */
@Command(
    name = "rebuild",
    description = {
      "Runs the round again that made a model, from its parent, and compares the digests.",
      "On the same kind of machine they are equal. Exits 1 if they are not."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline models rebuild 4 --pipeline pipeline.yaml",
      "  trunkline models rebuild 5f0c2a --pipeline pipeline.yaml --out again.model --json"
    })
final class ModelsRebuildCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PipelineOption pipeline;

  @Parameters(paramLabel = "D", description = "Its generation, or the beginning of its digest.")
  private String name;

  @Option(names = "--out", paramLabel = "FILE", description = "Keep what was built in this file.")
  private @Nullable Path out;

  @Option(
      names = "--json",
      description =
          "Print one object: {\"digest\", \"parent\", \"round\", \"rebuilt\", \"equal\"}.")
  private boolean json;

  ModelsRebuildCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (out != null) {
      OutputFile.requireWritable("--out", out);
    }
    Pipeline of = pipeline.load();
    KnownModels models = KnownModels.of(of);
    String digest = models.digest(name);
    Lineage lineage =
        Lineage.of(models.load(digest))
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "no round of learning made model %s, expected one that can be run again"
                            .formatted(digest)));
    Round round = Rounds.load(Stores.rounds(of), lineage.round());
    String rebuilt = write(build(models.load(lineage.parent()), round, lineage.round()));
    boolean equal = rebuilt.equals(digest);
    print(digest, lineage, rebuilt, equal);
    return equal ? 0 : 1;
  }

  private Model build(Model parent, Round round, String digest) {
    PrintWriter err = spec.commandLine().getErr();
    boolean terminal = StandardError.isTerminal();
    try (WorkBar bar =
        new WorkBar(
            err, terminal, InstantSource.system(), "rebuilding", "steps", WorkBar.UNKNOWN)) {
      return RoundTrainer.run(parent, round, digest, bar::step);
    }
  }

  private String write(Model model) throws IOException {
    if (out != null) {
      return ModelArchive.write(model, out);
    }
    Path file = Files.createTempFile("trunkline-", ".model");
    try {
      return ModelArchive.write(model, file);
    } finally {
      Files.delete(file);
    }
  }

  private void print(String digest, Lineage lineage, String rebuilt, boolean equal)
      throws IOException {
    PrintWriter to = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("digest", digest);
      object.put("parent", lineage.parent());
      object.put("round", lineage.round());
      object.put("rebuilt", rebuilt);
      object.put("equal", equal);
      to.println(new ObjectMapper().writeValueAsString(object));
    } else if (equal) {
      to.printf("equal: round %s of %s gives %s%n", lineage.round(), lineage.parent(), rebuilt);
    } else {
      to.printf("different: expected %s, but built %s%n", digest, rebuilt);
    }
  }
}
