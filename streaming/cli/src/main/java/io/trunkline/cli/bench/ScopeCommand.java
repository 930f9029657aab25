package io.trunkline.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.training.Trainer;
import io.trunkline.model.training.TrainingConfig;
import io.trunkline.model.training.TrainingListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code trunkline bench scope}. */
@Command(
    name = "scope",
    description = {
      "Learns MASSIVE's English tasks without four of its scenarios, drawn by the seed, and tells"
          + " how well texts of those are known for strange: the area under the ROC curve on dev,"
          + " of the energy and of 1 less the greatest probability, means over single-label tasks."
    },
    footerHeading = "%nExamples:%n",
    footer = "  trunkline bench scope --data data --results scope.jsonl")
final class ScopeCommand implements Callable<Integer> {
  static final String STUDY = "massive-en-scope";

  private static final String SCENARIO = "scenario";
  private static final int UNHEARD = 4;

  @Spec private CommandSpec spec;
  @Mixin private BenchmarkOptions options;

  ScopeCommand() {}

  @Override
  public Integer call() throws IOException {
    TrainingConfig usual = options.settings();
    ResultsFile results = options.results(usual);
    Set<String> tasks = Set.of("intent", SCENARIO, "slots");
    List<Example> train =
        Training.only(tasks, options.data().read(List.of("massive/en-US.train.jsonl")));
    List<Example> dev =
        Training.only(tasks, options.data().read(List.of("massive/en-US.dev.jsonl")));
    for (long seed : options.seeds()) {
      TrainingConfig settings = usual.withSeed(seed);
      if (!results.has(measured(settings, Map.of()).key())) {
        results.add(measured(settings, areas(settings, train, dev)));
      }
    }
    report(results.all().stream().filter(one -> one.study().equals(STUDY)).toList());
    return 0;
  }

  private void report(List<Measured> results) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (options.json()) {
      out.println(new ObjectMapper().writeValueAsString(results));
    } else {
      out.println("| seed | energy | 1 − greatest probability |");
      out.println("|---|---|---|");
      for (Measured result : results) {
        out.printf(
            Locale.ROOT,
            "| %d | %.3f | %.3f |%n",
            result.seed(),
            result.figure(SCENARIO, Strangeness.ENERGY),
            result.figure(SCENARIO, Strangeness.PROBABILITY));
      }
    }
    out.flush();
  }

  private static Measured measured(TrainingConfig settings, Map<String, Double> areas) {
    return new Measured(
        STUDY, false, "", settings.seed(), SettingsDigest.of(settings), 0, Map.of(SCENARIO, areas));
  }

  private static Map<String, Double> areas(
      TrainingConfig settings, List<Example> train, List<Example> dev) {
    Set<LabelValue> unheard = unheard(train, settings.seed());
    List<Example> known = new ArrayList<>();
    List<Example> strange = new ArrayList<>();
    for (Example example : dev) {
      (unheard.contains(example.labels().get(SCENARIO)) ? strange : known).add(example);
    }
    List<Example> heard =
        train.stream()
            .filter(example -> !unheard.contains(example.labels().get(SCENARIO)))
            .toList();
    return Strangeness.areas(
        new Trainer(settings, TrainingListener.SILENT).train(heard, known), known, strange);
  }

  /** Some scenarios, drawn by the seed. */
  static Set<LabelValue> unheard(List<Example> train, long seed) {
    List<String> names = new ArrayList<>(new TreeSet<>(names(train)));
    Collections.shuffle(names, new Random(seed));
    Set<LabelValue> unheard = new HashSet<>();
    names.subList(0, UNHEARD).forEach(name -> unheard.add(new LabelValue.One(name)));
    return unheard;
  }

  private static List<String> names(List<Example> train) {
    return train.stream()
        .map(example -> example.labels().get(SCENARIO))
        .filter(LabelValue.One.class::isInstance)
        .map(value -> ((LabelValue.One) value).label())
        .toList();
  }
}
