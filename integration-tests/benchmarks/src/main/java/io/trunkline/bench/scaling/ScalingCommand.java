package io.trunkline.bench.scaling;

import io.trunkline.bench.Match;
import io.trunkline.bench.PlotOptions;
import io.trunkline.bench.Spread;
import io.trunkline.bench.subject.BenchModel;
import io.trunkline.bench.subject.Headed;
import io.trunkline.cli.bench.SpeedBenchmark;
import io.trunkline.cli.report.Machine;
import io.trunkline.model.Example;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Text;
import io.trunkline.model.serving.ServingModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code trunkline bench scaling}. */
@Command(
    name = "scaling",
    description = {
      "Measures how the tagger's time grows: with 1 to 64 tasks of 4 labels, texts of 1 to 512"
          + " tokens, 2 to 1,000 labels, and one and two threads that share a model. Heads are of"
          + " random weights on a trained trunk; texts are MASSIVE's and TREC's test questions, for"
          + " tokens put one after the other and cut."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline bench scaling --data data",
      "  trunkline bench scaling --data data --model questions.model --plots plots --json"
    })
public final class ScalingCommand implements SpeedBenchmark {
  private static final int WARM_UPS = 2;
  private static final int ROUNDS = 7;
  private static final int FEW_LABELS = 4;
  private static final List<Integer> TASKS = List.of(1, 2, 4, 8, 16, 32, 64);
  private static final List<Integer> TOKENS = List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512);
  private static final List<Integer> LABELS = List.of(2, 5, 10, 30, 100, 300, 1000);
  private static final List<Integer> THREADS = List.of(1, 2);

  @Spec private CommandSpec spec;
  @Mixin private BenchModel bench;
  @Mixin private PlotOptions options;

  /** Made by picocli. */
  public ScalingCommand() {}

  @Override
  public Integer call() throws Exception {
    Model trunk = bench.model(spec.commandLine().getErr());
    List<Text> texts = bench.questions().test().stream().map(Example::input).toList();
    Curve tasks =
        curve(
            "tasks",
            TASKS,
            count -> {
              List<Integer> labels = Collections.nCopies(count, FEW_LABELS);
              return new Point("" + count, new ServingModel(Headed.of(trunk, labels)), texts, 1);
            });
    Model few = Headed.of(trunk, longTexts(trunk.spec()), List.of(FEW_LABELS));
    ServingModel reads = new ServingModel(few);
    Curve tokens =
        curve("tokens", TOKENS, count -> new Point("" + count, reads, ofLength(texts, count), 1));
    Curve labels =
        curve(
            "labels",
            LABELS,
            count ->
                new Point(
                    "" + count, new ServingModel(Headed.of(trunk, List.of(count))), texts, 1));
    ServingModel trained = new ServingModel(trunk);
    Curve threads =
        curve("threads", THREADS, count -> new Point("" + count, trained, texts, count));
    report(
        new ScalingReport(Machine.here(), List.of(tasks, tokens, labels, threads), ratios(tasks)));
    return 0;
  }

  private Curve curve(String of, List<Integer> values, IntFunction<Point> point) throws Exception {
    List<Point> points = new ArrayList<>();
    try {
      values.forEach(value -> points.add(point.apply(value)));
      Map<String, List<Double>> rounds =
          Match.play(of, WARM_UPS, ROUNDS, points, spec.commandLine().getErr());
      Map<String, Spread> spreads = new LinkedHashMap<>();
      rounds.forEach((value, speeds) -> spreads.put(value, Spread.of(speeds)));
      return new Curve(of, spreads, rounds);
    } finally {
      points.forEach(Point::close);
    }
  }

  /** The time with 16 tasks ÷ that with one is the speed with one ÷ that with 16. */
  private static Map<String, Spread> ratios(Curve tasks) {
    List<Double> one = Objects.requireNonNull(tasks.rounds().get("1"));
    List<Double> many = Objects.requireNonNull(tasks.rounds().get("16"));
    return Map.of("16-tasks", Spread.ofRatios(one, many));
  }

  private static ModelSpec.Features longTexts(ModelSpec spec) {
    int most = TOKENS.get(TOKENS.size() - 1);
    return new ModelSpec.Features(
        spec.features().wideRows(), 16 * most, most, spec.features().attributes());
  }

  /** Texts of so many words. */
  private static List<Text> ofLength(List<Text> texts, int words) {
    List<String> all =
        texts.stream().flatMap(text -> List.of(text.content().split("\\s+")).stream()).toList();
    return IntStream.range(0, Math.max(64, Math.min(2_000, all.size() / words)))
        .mapToObj(i -> text(all, i * words, words))
        .toList();
  }

  private static Text text(List<String> all, int from, int count) {
    return Text.of(
        IntStream.range(from, from + count)
            .mapToObj(i -> all.get(i % all.size()))
            .collect(Collectors.joining(" ")));
  }

  private void report(ScalingReport report) throws IOException {
    for (Curve curve : report.curves()) {
      options.draw("scaling-" + curve.of(), ScalingChart.of(curve));
    }
    options.print(report, report.machine(), report.markdown(), spec.commandLine().getOut());
  }
}
