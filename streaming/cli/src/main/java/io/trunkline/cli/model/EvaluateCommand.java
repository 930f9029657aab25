package io.trunkline.cli.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.model.Example;
import io.trunkline.model.Tagger;
import io.trunkline.model.archive.ArchivedModel;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.data.ExampleReader;
import io.trunkline.model.evaluation.Evaluation;
import io.trunkline.model.evaluation.Evaluator;
import io.trunkline.model.evaluation.TaskScore;
import io.trunkline.model.serving.Taggers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline evaluate}. */
@Command(
    name = "evaluate",
    description = {
      "Tags labelled texts and says how often the model is right, task by task.",
      "accuracy: the fraction of the labelled texts whose best label is the right one.",
      "macroF1: the mean of the labels' F1, over the labels that were right or given at least once."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline evaluate --model questions.model --data test.jsonl",
      "  trunkline evaluate --model questions.model --data test.jsonl --json"
    })
public final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "MODEL",
      description = "A model file that 'trunkline train' wrote.")
  private Path model;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "F.jsonl",
      description = "Labelled texts, as for 'trunkline train'.")
  private Path data;

  @Option(
      names = "--json",
      description =
          "Print one object: {\"model\": digest, \"examples\": n, \"tasks\": {TASK: {\"kind\","
              + " \"n\", \"accuracy\", \"macroF1\"}}}; fractions of 1.")
  private boolean json;

  EvaluateCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Consumer<String> warning = line -> err.println("warning: " + line);
    ArchivedModel archived = ModelArchive.read(model);
    List<Example> examples = ExampleReader.read(data, warning);
    try (Tagger tagger = Taggers.create(archived.model())) {
      report(archived.digest(), Evaluator.evaluate(tagger, examples, warning));
    }
    return 0;
  }

  private void report(String digest, Evaluation evaluation) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(asMap(digest, evaluation)));
      return;
    }
    out.printf("model %s%n%d examples%n%n", digest, evaluation.examples());
    int width = evaluation.tasks().keySet().stream().mapToInt(String::length).max().orElse(0);
    String column = "%-" + Math.max(width, "task".length()) + "s";
    out.printf(column + "  %-12s  %7s  %8s  %8s%n", "task", "kind", "n", "accuracy", "macro-F1");
    evaluation
        .tasks()
        .forEach(
            (name, score) ->
                out.printf(
                    Locale.ROOT,
                    column + "  %-12s  %7d  %8.4f  %8.4f%n",
                    name,
                    score.kind().title(),
                    score.n(),
                    score.accuracy(),
                    score.macroF1()));
  }

  private static Map<String, Object> asMap(String digest, Evaluation evaluation) {
    Map<String, Object> tasks = new LinkedHashMap<>();
    evaluation.tasks().forEach((name, score) -> tasks.put(name, asMap(score)));
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("model", digest);
    report.put("examples", evaluation.examples());
    report.put("tasks", tasks);
    return report;
  }

  private static Map<String, Object> asMap(TaskScore score) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("kind", score.kind().title());
    values.put("n", score.n());
    values.put("accuracy", score.accuracy());
    values.put("macroF1", score.macroF1());
    return values;
  }
}
