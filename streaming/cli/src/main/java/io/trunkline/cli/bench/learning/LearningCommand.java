package io.trunkline.cli.bench.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.files.ScratchDirectory;
import io.trunkline.cli.report.Machine;
import io.trunkline.cli.terminal.Logging;
import io.trunkline.model.Example;
import io.trunkline.model.Model;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline bench learning}. */
@Command(
    name = "learning",
    description = {
      "Has a model learn from the corrections of real streams while it serves them, with the broker,"
          + " the cluster and the job of 'trunkline demo', and shows what comes of it.",
      "new-classes: a fifth of the intents is met for the first time. new-language: an English model"
          + " meets Chinese. delay: from the last example of a round to the first label of its"
          + " version. swaps: two hundred swaps under load.",
      "All of it takes about an hour on two cores."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline bench learning --data data --plots plots",
      "  trunkline bench learning --data data --only delay,swaps --json"
    })
public final class LearningCommand implements Callable<Integer> {
  /** What can be measured. */
  enum Part {
    NEW_CLASSES,
    NEW_LANGUAGE,
    DELAY,
    SWAPS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The folder that the data sets lie in.")
  private Path data;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      description = "Only these: ${COMPLETION-CANDIDATES}.")
  private Set<Part> only = EnumSet.allOf(Part.class);

  @Option(
      names = "--seeds",
      split = ",",
      defaultValue = "1",
      paramLabel = "N",
      description =
          "new-classes and new-language are run with each of them; ${DEFAULT-VALUE} by default.")
  private List<Long> seeds;

  @Option(names = "--plots", paramLabel = "DIR", description = "Also draw what was measured there.")
  private @Nullable Path plots;

  @Option(
      names = "--json",
      description =
          "Print one object: {\"machine\", \"newClasses\": [...], \"newLanguage\": [...],"
              + " \"delay\": {...}, \"swaps\": {...}}.")
  private boolean json;

  LearningCommand() {}

  @Override
  public Integer call() throws Exception {
    try (ScratchDirectory scratch = ScratchDirectory.temporary()) {
      Logging.toFile(scratch.path().resolve("bench.log"));
      LearningReport report = measure(scratch.path());
      if (plots != null) {
        new LearningPlots(plots).write(report);
      }
      PrintWriter out = spec.commandLine().getOut();
      out.print(json ? new ObjectMapper().writeValueAsString(report) + "\n" : report.markdown());
      out.flush();
      return 0;
    }
  }

  private LearningReport measure(Path scratch) throws Exception {
    PrintWriter progress = spec.commandLine().getErr();
    Massive massive = new Massive(data);
    List<NewClasses.Result> newClasses = new ArrayList<>();
    if (only.contains(Part.NEW_CLASSES)) {
      NewClasses scenario = new NewClasses(massive);
      for (long seed : seeds) {
        newClasses.add(scenario.run(scratch.resolve("classes-" + seed), seed, progress));
      }
    }
    List<NewLanguage.Result> newLanguage = new ArrayList<>();
    if (only.contains(Part.NEW_LANGUAGE)) {
      NewLanguage scenario = new NewLanguage(massive);
      for (long seed : seeds) {
        Model start = english(massive, NewLanguage.TASKS, seed, progress);
        boolean beside = seed == seeds.get(0);
        Path directory = scratch.resolve("language-" + seed);
        newLanguage.add(scenario.run(directory, start, seed, beside, progress));
      }
    }
    Set<String> intent = Set.of(Massive.TASK);
    Delay.Result delay = null;
    Swaps.Result swaps = null;
    if (only.contains(Part.DELAY) || only.contains(Part.SWAPS)) {
      Model english = english(massive, intent, seeds.get(0), progress);
      if (only.contains(Part.DELAY)) {
        delay = new Delay(massive).run(scratch.resolve("delay"), english, progress);
      }
      if (only.contains(Part.SWAPS)) {
        Model other = english(massive, intent, seeds.get(0) + 1, progress);
        List<Example> texts = massive.read(Massive.ENGLISH, "test");
        swaps = new Swaps().run(scratch.resolve("swaps"), english, other, texts, progress);
      }
    }
    return new LearningReport(Machine.here().toString(), newClasses, newLanguage, delay, swaps);
  }

  private static Model english(Massive massive, Set<String> tasks, long seed, PrintWriter progress)
      throws IOException {
    progress.printf("training a model of English %s, seed %d%n", tasks, seed);
    progress.flush();
    return Students.train(
        tasks,
        massive.read(Massive.ENGLISH, "train", tasks),
        massive.read(Massive.ENGLISH, "dev", tasks),
        seed);
  }
}
