package io.trunkline.bench.tagging;

import io.trunkline.bench.Bar;
import io.trunkline.bench.Contestant;
import io.trunkline.bench.Match;
import io.trunkline.bench.Result;
import io.trunkline.bench.ResultOptions;
import io.trunkline.bench.onnx.OnnxScorer;
import io.trunkline.bench.subject.BenchModel;
import io.trunkline.bench.subject.Questions;
import io.trunkline.bench.subject.Questions.Source;
import io.trunkline.cli.bench.Labels;
import io.trunkline.cli.bench.SpeedBenchmark;
import io.trunkline.cli.report.Machine;
import io.trunkline.model.Example;
import io.trunkline.model.Model;
import io.trunkline.model.Tagger;
import io.trunkline.model.Text;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.evaluation.Evaluator;
import io.trunkline.model.evaluation.TaskScore;
import io.trunkline.model.network.Network;
import io.trunkline.model.network.Parameters;
import io.trunkline.model.onnx.OnnxGraph;
import io.trunkline.model.serving.Taggers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code trunkline bench tagging}. */
@Command(
    name = "tagging",
    description = {
      "Labels MASSIVE's English test utterances and TREC's test questions on one thread, from text"
          + " to labels, and compares: the tagger that serves (ours); the same with tables of 8 bits"
          + " a number (int8); the same network and text code on plain Deeplearning4j (dl4j), in ONNX Runtime as exported plain (onnxruntime)"
          + " and folded (onnxruntime-folded); and fastText (fasttext).",
      "Each is given as many texts at a time as it likes best, the others than ours sorted by"
          + " length. Ours answers all four tasks of every text; fastText, a classifier a task, only"
          + " the two that a text's data set is labelled for."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline bench tagging --data data",
      "  trunkline bench tagging --data data --model questions.model --plots plots --json"
    })
public final class TaggingCommand implements SpeedBenchmark {
  private static final String OURS = "ours";
  private static final String SMALL = "int8";
  private static final int WARM_UPS = 2;
  private static final Map<String, Bar> BARS =
      Map.of(
          "onnxruntime", new Bar(2, 4),
          "onnxruntime-folded", new Bar(1.2, 2),
          "dl4j", new Bar(4, 10),
          "fasttext", new Bar(0.5, 1));

  @Spec private CommandSpec spec;
  @Mixin private BenchModel bench;
  @Mixin private ResultOptions options;

  /** Made by picocli. */
  public TaggingCommand() {}

  @Override
  public Integer call() throws Exception {
    int rounds = options.rounds();
    PrintWriter err = spec.commandLine().getErr();
    Questions questions = bench.questions();
    Model model = bench.model(err);
    Map<String, Tagger> taggers = taggers(model);
    err.println("training fastText, and trying how many texts at a time each likes best");
    err.flush();
    try (FastText fastText = FastText.train(questions)) {
      Map<Source, List<Example>> examples = examples(questions);
      List<Contestant> contestants = new ArrayList<>();
      Map<String, Object> details = new LinkedHashMap<>();
      details.put("texts at a time", batches(taggers, questions.test(), contestants));
      contestants.add(new FastTextContestant(fastText, examples));
      Map<String, List<Double>> reached =
          Match.play("measuring", WARM_UPS, rounds, contestants, err);
      details.put("accuracy", accuracies(taggers, fastText, questions));
      details.put("labels that differ from ours", differing(taggers, questions));
      details.put("fastText's settings", fastText.chosen());
      details.put("from model file to first answer, ms", loading(model));
      details.put("MiB", footprints(model));
      options.report(
          new Result(
              "tagging",
              Machine.here(),
              "texts/s",
              reached,
              Result.ratios(reached, OURS),
              BARS,
              details),
          spec.commandLine().getOut());
    } finally {
      taggers.values().forEach(Tagger::close);
    }
    return 0;
  }

  private static Map<String, Tagger> taggers(Model model) {
    Map<String, Tagger> taggers = new LinkedHashMap<>();
    taggers.put(OURS, Taggers.create(model));
    taggers.put(SMALL, Taggers.create(model.quantized()));
    taggers.put("dl4j", Taggers.of(model, new Network(model.spec(), Parameters.of(model))));
    taggers.put("onnxruntime", Taggers.of(model, new OnnxScorer(model, OnnxGraph.PLAIN)));
    taggers.put("onnxruntime-folded", Taggers.of(model, new OnnxScorer(model, OnnxGraph.FOLDED)));
    return taggers;
  }

  /** Adds the taggers as contestants, and says how many texts each is given at a time. */
  private static Map<String, Integer> batches(
      Map<String, Tagger> taggers, List<Example> examples, List<Contestant> into) {
    List<Text> texts = examples.stream().map(Example::input).toList();
    List<Text> sorted =
        texts.stream().sorted(Comparator.comparingInt(text -> text.content().length())).toList();
    Map<String, Integer> batches = new LinkedHashMap<>();
    taggers.forEach(
        (name, tagger) -> {
          List<Text> order = name.equals(OURS) ? texts : sorted;
          TaggerContestant contestant = TaggerContestant.atItsBest(name, tagger, order);
          batches.put(name, contestant.batch());
          into.add(contestant);
        });
    return batches;
  }

  private static Map<Source, List<Example>> examples(Questions questions) throws IOException {
    Map<Source, List<Example>> examples = new EnumMap<>(Source.class);
    for (Source source : Source.values()) {
      examples.put(source, questions.test(source));
    }
    return examples;
  }

  private static Map<String, Map<String, Double>> accuracies(
      Map<String, Tagger> taggers, FastText fastText, Questions questions) throws IOException {
    Map<String, Map<String, Double>> accuracies = new LinkedHashMap<>();
    Map<String, TaskScore> ours = scores(taggers, OURS, questions);
    Map<String, TaskScore> small = scores(taggers, SMALL, questions);
    for (Source source : Source.values()) {
      for (String task : source.tasks()) {
        accuracies.put(
            task,
            Map.of(
                OURS,
                Objects.requireNonNull(ours.get(task)).headline(),
                SMALL,
                Objects.requireNonNull(small.get(task)).headline(),
                "fasttext",
                fastText.accuracy(task, questions.test(source))));
      }
    }
    return accuracies;
  }

  private static Map<String, TaskScore> scores(
      Map<String, Tagger> taggers, String name, Questions questions) throws IOException {
    Tagger tagger = Objects.requireNonNull(taggers.get(name));
    return Evaluator.evaluate(tagger, questions.test(), warning -> {}).tasks();
  }

  private static Map<String, Integer> differing(Map<String, Tagger> taggers, Questions questions)
      throws IOException {
    List<Example> examples = questions.test();
    Labels ours = Labels.of(Objects.requireNonNull(taggers.get(OURS)), examples);
    Map<String, Integer> differing = new LinkedHashMap<>();
    taggers.forEach(
        (name, tagger) ->
            differing.put(
                name,
                Labels.of(tagger, examples).differing(ours).values().stream()
                    .mapToInt(Integer::intValue)
                    .sum()));
    differing.remove(OURS);
    return differing;
  }

  private static Map<String, Footprint> footprints(Model model) throws IOException {
    Map<String, Footprint> footprints = new LinkedHashMap<>();
    footprints.put(OURS, Footprint.of(model));
    footprints.put(SMALL, Footprint.of(model.quantized()));
    return footprints;
  }

  private static Loading loading(Model model) throws IOException {
    Path file = Files.createTempFile("trunkline-bench-", ".model");
    try {
      ModelArchive.write(model, file);
      return Loading.of(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
