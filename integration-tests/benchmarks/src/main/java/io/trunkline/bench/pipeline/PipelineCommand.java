package io.trunkline.bench.pipeline;

import io.trunkline.bench.Bar;
import io.trunkline.bench.Contestant;
import io.trunkline.bench.Match;
import io.trunkline.bench.Result;
import io.trunkline.bench.ResultOptions;
import io.trunkline.bench.Spread;
import io.trunkline.bench.subject.BenchModel;
import io.trunkline.bench.subject.Headed;
import io.trunkline.cli.bench.SpeedBenchmark;
import io.trunkline.cli.files.ScratchDirectory;
import io.trunkline.cli.job.LocalCluster;
import io.trunkline.cli.kafka.BrokerProcess;
import io.trunkline.cli.report.Machine;
import io.trunkline.model.Example;
import io.trunkline.model.Model;
import io.trunkline.model.Text;
import io.trunkline.model.onnx.OnnxGraph;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline bench pipeline}. */
@Command(
    name = "pipeline",
    description = {
      "Has questions tagged from topic to topics, exactly once, with 1, 3 and 16 tasks, and"
          + " compares events per core-second of the client: the job (ours); the same job with a"
          + " tagger that says the same of every text (no-op); a consumer and a transactional"
          + " producer in a loop with ONNX Runtime, of the plain (loop-onnxruntime) and of the"
          + " folded graph (loop-onnxruntime-folded); and Kafka Streams with ONNX Runtime"
          + " (streams-onnxruntime).",
      "The broker has a process of its own. All use the same records, codec, client settings and"
          + " commit once a second; every round is checked for lost and repeated labels. Tasks have"
          + " 60, 18, 6, 50, 60 … labels and heads of random weights on a trained trunk."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline bench pipeline --data data",
      "  trunkline bench pipeline --data data --model questions.model --tasks 3 --json"
    })
public final class PipelineCommand implements SpeedBenchmark {
  private static final String OURS = "ours";
  private static final int WARM_UPS = 1;
  private static final String SETTINGS = "checkpointing: {interval: 1s}\n";
  private static final List<Integer> LABELS = List.of(60, 18, 6, 50);

  @Spec private CommandSpec spec;
  @Mixin private BenchModel bench;
  @Mixin private ResultOptions options;

  @Option(
      names = "--events",
      defaultValue = "300000",
      paramLabel = "N",
      description = "Events a round; ${DEFAULT-VALUE} by default, a third of them with 16 tasks.")
  private int events;

  @Option(
      names = "--tasks",
      split = ",",
      defaultValue = "1,3,16",
      paramLabel = "N",
      description = "Numbers of tasks; ${DEFAULT-VALUE} by default.")
  private List<Integer> tasks;

  /** Made by picocli. */
  public PipelineCommand() {}

  @Override
  public Integer call() throws Exception {
    int rounds = options.rounds();
    PrintWriter err = spec.commandLine().getErr();
    Model trained = bench.model(err);
    List<Text> texts = bench.questions().test().stream().map(Example::input).toList();
    Map<String, List<Double>> reached = new LinkedHashMap<>();
    Map<String, Spread> ratios = new LinkedHashMap<>();
    Speeds speeds = new Speeds();
    try (ScratchDirectory directory = ScratchDirectory.temporary();
        BrokerProcess broker = BrokerProcess.start(directory.path().resolve("broker"));
        LocalCluster cluster = LocalCluster.start(1, 0)) {
      for (int count : tasks) {
        err.printf("%d tasks: sending %d questions%n", count, events(count));
        err.flush();
        List<Integer> labels =
            IntStream.range(0, count).mapToObj(i -> LABELS.get(i % LABELS.size())).toList();
        Course course =
            Course.lay(
                broker,
                directory.path().resolve("tasks-" + count),
                Headed.of(trained, labels),
                SETTINGS);
        course.ask(texts, events(count));
        List<Contestant> contestants = contestants(course, cluster, directory.path(), speeds);
        Map<String, List<Double>> ofCount =
            Match.play("measuring", WARM_UPS, rounds, contestants, err);
        reached.putAll(ofCount);
        ratios.putAll(Result.ratios(ofCount, course.pipeline().name() + "/" + OURS));
      }
    }
    options.report(
        new Result(
            "pipeline",
            Machine.here(),
            "events per client core-second",
            reached,
            ratios,
            bars(),
            details(speeds)),
        spec.commandLine().getOut());
    return 0;
  }

  private static Map<String, Object> details(Speeds speeds) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("events per second by the clock", speeds.perSecond(WARM_UPS));
    details.put("broker's processor time an event, µs", speeds.brokerMicros(WARM_UPS));
    return details;
  }

  private int events(int count) {
    return count > 8 ? events / 3 : events;
  }

  private static List<Contestant> contestants(
      Course course, LocalCluster cluster, Path directory, Speeds speeds) {
    Map<String, Way> ways = new LinkedHashMap<>();
    ways.put(OURS, new FlinkWay(course, cluster, true));
    ways.put("no-op", new FlinkWay(course, cluster, false));
    ways.put("loop-onnxruntime", new LoopWay(course, OnnxGraph.PLAIN));
    ways.put("loop-onnxruntime-folded", new LoopWay(course, OnnxGraph.FOLDED));
    Path state = directory.resolve("streams");
    ways.put("streams-onnxruntime", new StreamsWay(course, OnnxGraph.PLAIN, state));
    List<Contestant> contestants = new ArrayList<>();
    ways.forEach(
        (name, way) ->
            contestants.add(
                new PipelineContestant(
                    course.pipeline().name() + "/" + name, course, way, speeds)));
    return contestants;
  }

  private Map<String, Bar> bars() {
    Map<String, Bar> bars = new HashMap<>();
    bars.put("tasks-3/no-op", new Bar(0.25, 0.5));
    tasks.forEach(count -> bars.put("tasks-" + count + "/loop-onnxruntime", new Bar(1.2, 2.5)));
    return bars;
  }
}
