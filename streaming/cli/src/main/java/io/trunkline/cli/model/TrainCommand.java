package io.trunkline.cli.model;

import io.trunkline.cli.terminal.StandardError;
import io.trunkline.cli.terminal.TrainingBar;
import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Model;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.data.ExampleReader;
import io.trunkline.model.data.TaskKinds;
import io.trunkline.model.data.WordVectors;
import io.trunkline.model.text.Token;
import io.trunkline.model.text.Tokenizer;
import io.trunkline.model.training.Trainer;
import io.trunkline.model.training.Trainer.Freeze;
import io.trunkline.model.training.TrainingConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline train}. */
@Command(
    name = "train",
    description = {
      "Trains a model on labelled texts and writes it to a file.",
      "Data is JSON Lines: {\"id\", \"text\", \"attributes\": {NAME: STRING}, \"labels\": {TASK:"
          + " VALUE}}. A value is a label, a list of labels, a number, or a list of spans"
          + " {\"start\", \"end\", \"label\"}; it says what kind of task it is. Tasks and their"
          + " labels are those found there, unless the configuration names them. A task that a"
          + " line leaves out is unknown for that text, not negative.",
      "The last epoch that the dev data cannot tell from the best is kept, and answers are"
          + " calibrated on that data; without any a twentieth of the data is set aside for it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline train --data train.jsonl --out q.model",
      "  trunkline train --data en.jsonl --data zh.jsonl --dev dev.jsonl --out q.model",
      "  trunkline train --data train.jsonl --out q.model --config q.yaml --json",
      "  trunkline train --data train.jsonl --out q.model --vectors wiki.vec",
      "",
      "Further training: a new task or new labels with all else as it was, or all:",
      "  trunkline train --from q.model --freeze trunk --data mood.jsonl --out r.model",
      "  trunkline train --from q.model --freeze none --data new.jsonl --out r.model",
      "",
      "One model for each task, to see what it is worth to learn them together:",
      "  trunkline train --data train.jsonl --out apart.model --tasks-apart",
      "",
      "A configuration may set any of these; what it leaves out stays as shown:",
      "  features: {wideRows: 131072, maxNgrams: 1024, maxTokens: 128, attributes: []}",
      "  words: {minCount: 2, maxWords: 16384}",
      "  network: {wideSize: 256, wordSize: 64, filters: 128, arrangement: auto,",
      "            kernels: {parallel: [2, 3, 4], stacked: [3, 3, 3]}}",
      "  schedule: {epochs: 0, batchSize: 64, learningRate: 0.006, shape: one-cycle,",
      "             warmUp: 0.1, stepEvery: 0.3, stepFactor: 0.3, patience: 0}",
      "  dropout: {ngrams: 0.1, embeddings: 0.3, representation: 0.5, part: 0.3}",
      "  regularisation: {weightDecay: 0.01, l1: 0, l2: 0, labelSmoothing: 0.1,",
      "                   consistency: 1, clipNorm: 0}",
      "  balance: {weighting: fixed, sampling: proportional, classWeights: none}",
      "  noise: {words: 0, characters: 0}",
      "  seed: 1",
      "",
      "epochs 0: as many as the data calls for; patience 0: no early stopping.",
      "arrangement: auto (stacked if a task is spans), parallel, stacked.",
      "shape: one-cycle, step. weighting: fixed, uncertainty, pcgrad.",
      "sampling: proportional, square-root, uniform. classWeights: none, balanced.",
      "",
      "It may also choose tasks, by name or with any of the keys of the second:",
      "  tasks:",
      "  - intent",
      "  - {name: mood, kind: single-label, labels: [good, bad], weight: 1,",
      "     open: false, minExamples: 5, reads: [intent],",
      "     abstain: {precision: 0.95}}   # or {coverage: 0.9}",
      "kind: single-label, multi-label, spans, score."
    })
public final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "A.jsonl",
      description = "Texts to learn from; may be given several times.")
  private List<Path> data;

  @Option(
      names = "--dev",
      paramLabel = "D.jsonl",
      description = "Texts to choose the epoch by; not learnt from.")
  private @Nullable Path dev;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "MODEL",
      description = "The model file to write; all of it or nothing.")
  private Path out;

  @Option(
      names = "--config",
      paramLabel = "C.yaml",
      description = "Tasks and training settings, see below.")
  private @Nullable Path config;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of every random choice. Same seed, data and machine: same model.")
  private @Nullable Long seed;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the data; by default as many as its size calls for.")
  private @Nullable Integer epochs;

  @Option(
      names = "--vectors",
      paramLabel = "F",
      description =
          "Word vectors that embeddings start from: a text file of word2vec or fastText, as wide"
              + " as network.wordSize. Words that it lacks start at random.")
  private @Nullable Path vectors;

  @Option(
      names = "--from",
      paramLabel = "MODEL",
      description =
          "Train this model further: new tasks get heads, open tasks new labels. Its words,"
              + " features and trunk are kept.")
  private @Nullable Path from;

  @Option(
      names = "--freeze",
      paramLabel = "trunk|none",
      description =
          "With --from. trunk: only new tasks and tasks with new labels learn, all else stays as it"
              + " is bit for bit; none: everything learns, by default at a tenth of the usual"
              + " rate. Default: trunk.")
  private @Nullable Freeze freeze;

  @Option(
      names = "--tasks-apart",
      description =
          "Train one model for each task, with the same settings, and write NAME-TASK.model where"
              + " --out is NAME.model.")
  private boolean tasksApart;

  @Option(
      names = "--json",
      description =
          "Print one object: {\"model\": digest, \"file\": path, \"examples\": n, \"seed\": n,"
              + " \"tasks\": {TASK: labels}, \"kinds\": {TASK: kind}, \"metrics\": {NAME: x}}; with"
              + " --tasks-apart {\"models\": {TASK: such an object}}.")
  private boolean json;

  TrainCommand() {}

  @Override
  public Integer call() throws IOException {
    OutputFile.requireWritable("--out", out);
    requireFittingOptions();
    TrainingFile file = TrainingFile.read(config);
    TrainingConfig settings = settings(file);
    Consumer<String> warning = line -> spec.commandLine().getErr().println("warning: " + line);
    TaskKinds kinds = new TaskKinds();
    List<Example> train = new ArrayList<>();
    for (Path one : data) {
      train.addAll(ExampleReader.read(one, kinds, warning));
    }
    file.requireTasks(settings, kinds.byTask().keySet());
    List<Example> devExamples = dev == null ? List.of() : ExampleReader.read(dev, kinds, warning);
    TrainReport report = new TrainReport(spec.commandLine().getOut(), json);
    if (tasksApart) {
      report.print(trainApart(settings, train, devExamples, warning));
    } else {
      report.print(write(train(settings, train, devExamples), out));
    }
    return 0;
  }

  private TrainingConfig settings(TrainingFile file) {
    boolean tunes = from != null && freeze == Freeze.NONE;
    if (from != null) {
      file.requireAbsent(
          List.of("features", "words", "network"), "--from keeps those of the model");
    }
    TrainingConfig settings =
        file.over(tunes ? TrainingConfig.fineTuning() : TrainingConfig.defaults());
    settings = seed == null ? settings : settings.withSeed(seed);
    return epochs == null
        ? settings
        : settings.withSchedule(settings.schedule().withEpochs(epochs));
  }

  private Model train(TrainingConfig settings, List<Example> train, List<Example> devExamples)
      throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    try (TrainingBar bar =
        new TrainingBar(err, StandardError.isTerminal(), InstantSource.system())) {
      Trainer trainer = new Trainer(settings, bar);
      if (from == null) {
        return trainer.train(train, devExamples, vectors(settings, train));
      }
      Model model = ModelArchive.read(from).model();
      return trainer.trainFurther(
          model, freeze == null ? Freeze.TRUNK : freeze, train, devExamples);
    }
  }

  private Map<String, TrainReport.Written> trainApart(
      TrainingConfig settings,
      List<Example> train,
      List<Example> devExamples,
      Consumer<String> warning)
      throws IOException {
    List<String> tasks = TasksApart.tasks(settings, train, warning);
    Map<String, TrainReport.Written> models = new LinkedHashMap<>();
    for (Map.Entry<String, Path> file : TasksApart.files(out, tasks).entrySet()) {
      String task = file.getKey();
      Model model =
          train(
              TasksApart.alone(settings, task),
              TasksApart.labelled(train, task),
              TasksApart.dev(devExamples, task));
      models.put(task, write(model, file.getValue()));
    }
    return models;
  }

  private static TrainReport.Written write(Model model, Path file) throws IOException {
    return new TrainReport.Written(model, ModelArchive.write(model, file), file);
  }

  private Map<String, float[]> vectors(TrainingConfig settings, List<Example> train)
      throws IOException {
    if (vectors == null) {
      return Map.of();
    }
    Set<String> words =
        train.stream()
            .flatMap(example -> Tokenizer.tokenize(example.text()).stream())
            .map(Token::text)
            .collect(Collectors.toSet());
    return WordVectors.read(vectors, settings.network().wordSize(), words);
  }

  private void requireFittingOptions() {
    require(freeze == null || from != null, "--freeze says what to keep of --from MODEL: give it");
    require(
        from == null || vectors == null,
        "--vectors cannot be used with --from MODEL, whose embeddings are kept");
    require(
        from == null || !tasksApart,
        "--tasks-apart cannot be used with --from MODEL, which has its tasks together");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new InvalidInputException(otherwise);
    }
  }
}
