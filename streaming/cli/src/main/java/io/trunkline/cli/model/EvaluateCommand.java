package io.trunkline.cli.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.report.ReportPage;
import io.trunkline.model.Example;
import io.trunkline.model.Tagger;
import io.trunkline.model.archive.ArchivedModel;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.data.ExampleReader;
import io.trunkline.model.evaluation.Evaluation;
import io.trunkline.model.evaluation.Evaluator;
import io.trunkline.model.serving.Combination;
import io.trunkline.model.serving.Taggers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline evaluate}. */
@Command(
    name = "evaluate",
    description = {
      "Tags labelled texts and says how well the model does, task by task.",
      "accuracy: the fraction of the labelled texts answered exactly right. macroF1: the mean of"
          + " the labels' F1, over the labels that were right or given at least once. microF1: F1"
          + " of all labels counted together. f1: of spans, extent and label both right. mae: the"
          + " mean absolute error of a score. nll, ece: how far probabilities are off. coverage:"
          + " the fraction of the labelled texts that was not abstained from.",
      "Several models answer together: what one alone answers as it does, what more answer as"
          + " --combine says."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline evaluate --model questions.model --data test.jsonl",
      "  trunkline evaluate --model questions.model --data test.jsonl --json",
      "  trunkline evaluate --model a.model --model b.model --combine vote --data test.jsonl"
          + " --report votes.html"
    })
public final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "MODEL",
      description = "A model file that 'trunkline train' wrote; several answer together.")
  private List<Path> models;

  @Option(
      names = "--combine",
      paramLabel = "HOW",
      defaultValue = "AVERAGE",
      description =
          "How several models that answer one task do it together: average (of probabilities,"
              + " the default) or vote. Several labels and spans are voted on in any case, scores"
              + " averaged.")
  private Combination combination;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "F.jsonl",
      description = "Labelled texts, as for 'trunkline train'.")
  private Path data;

  @Option(
      names = "--classes",
      description = "Show each label's figures and the most confused pairs too.")
  private boolean classes;

  @Option(
      names = "--report",
      paramLabel = "F.html",
      description = "Write all of it with plots to a page that needs nothing else.")
  private @Nullable Path report;

  @Option(
      names = "--json",
      description =
          "Print one object: {\"model\": digest (\"models\" of several), \"examples\": n,"
              + " \"tasks\": {TASK: {\"kind\", \"n\", \"accuracy\", \"macroF1\", \"microF1\","
              + " \"precision\", \"recall\", \"f1\", \"mae\", \"nll\", \"ece\", \"coverage\" …}}};"
              + " of the figures those that apply to the task's kind.")
  private boolean json;

  EvaluateCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Consumer<String> warning = line -> err.println("warning: " + line);
    if (report != null) {
      OutputFile.requireWritable("--report", report);
    }
    List<ArchivedModel> archived = new ArrayList<>();
    for (Path model : models) {
      archived.add(ModelArchive.read(model));
    }
    List<String> digests = archived.stream().map(ArchivedModel::digest).toList();
    List<Example> examples = ExampleReader.read(data, warning);
    try (Tagger tagger = tagger(archived)) {
      Evaluation evaluation = Evaluator.evaluate(tagger, examples, warning);
      if (report != null) {
        ReportPage.write(report, digests, data.toString(), evaluation);
      }
      print(digests, evaluation);
    }
    return 0;
  }

  private Tagger tagger(List<ArchivedModel> archived) {
    List<Tagger> members = archived.stream().map(model -> Taggers.create(model.model())).toList();
    return members.size() == 1 ? members.get(0) : Taggers.ensemble(members, combination);
  }

  private void print(List<String> digests, Evaluation evaluation) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          new ObjectMapper().writeValueAsString(ScoreJson.of(digests, evaluation, classes)));
      return;
    }
    digests.forEach(digest -> out.println("model " + digest));
    out.printf("%d examples%n%n", evaluation.examples());
    ScoreTable table = new ScoreTable(out);
    table.print(evaluation);
    if (classes) {
      table.printClasses(evaluation);
    }
  }
}
