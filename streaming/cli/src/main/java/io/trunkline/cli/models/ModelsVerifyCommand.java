package io.trunkline.cli.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.pipeline.PipelineOption;
import io.trunkline.cli.terminal.StandardError;
import io.trunkline.cli.terminal.Terminal;
import io.trunkline.cli.terminal.WorkBar;
import io.trunkline.model.archive.ModelStore;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trunkline models verify}. */
@Command(
    name = "verify",
    description = {
      "Reads archives and compares each with its digest, and its content with what a model must be.",
      "Without a name: all models and rounds of the store, and whether it has every model that was"
          + " announced. Exits 1 if anything is wrong."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline models verify --pipeline pipeline.yaml",
      "  trunkline models verify 3 5f0c2a --pipeline pipeline.yaml --json"
    })
final class ModelsVerifyCommand implements Callable<Integer> {
  private final ObjectMapper mapper = new ObjectMapper();

  @Spec private CommandSpec spec;
  @Mixin private PipelineOption pipeline;

  @Parameters(
      paramLabel = "D",
      arity = "0..*",
      description = "Models: their generations, or the beginnings of their digests.")
  private List<String> names = List.of();

  @Option(
      names = "--json",
      description =
          "Print an object a line: {\"kind\": model or round, \"digest\", \"sound\","
              + " \"problem\"}.")
  private boolean json;

  ModelsVerifyCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Pipeline of = pipeline.load();
    KnownModels models = KnownModels.of(of);
    ModelStore roundStore = Stores.rounds(of);
    Verifier verifier = new Verifier(models, roundStore);
    List<String> digests = digests(models);
    List<String> rounds = names.isEmpty() ? roundStore.list() : List.of();
    boolean sound = true;
    try (WorkBar bar = bar(digests.size() + rounds.size())) {
      for (String digest : digests) {
        sound &= print(verifier.model(digest), bar);
      }
      for (String digest : rounds) {
        sound &= print(verifier.round(digest), bar);
      }
    }
    return sound ? 0 : 1;
  }

  private List<String> digests(KnownModels models) throws IOException {
    List<String> digests = new ArrayList<>();
    for (String name : names) {
      digests.add(models.digest(name));
    }
    if (names.isEmpty()) {
      TreeSet<String> all = new TreeSet<>(models.store().list());
      models.announced().forEach(model -> all.add(model.digest()));
      digests.addAll(all);
    }
    return digests;
  }

  private WorkBar bar(int archives) {
    PrintWriter err = spec.commandLine().getErr();
    return new WorkBar(
        err, StandardError.isTerminal(), InstantSource.system(), "verifying", "archives", archives);
  }

  private boolean print(Finding finding, WorkBar bar) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? mapper.writeValueAsString(finding) : line(finding));
    bar.step();
    return finding.sound();
  }

  private static String line(Finding finding) {
    return finding.sound()
        ? "%s %s is sound".formatted(finding.kind(), finding.digest())
        : "%s %s: %s"
            .formatted(finding.kind(), finding.digest(), Terminal.harmless(finding.problem()));
  }
}
