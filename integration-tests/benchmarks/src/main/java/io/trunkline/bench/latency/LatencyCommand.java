package io.trunkline.bench.latency;

import io.trunkline.bench.PlotOptions;
import io.trunkline.bench.pipeline.Course;
import io.trunkline.bench.subject.BenchModel;
import io.trunkline.cli.bench.SpeedBenchmark;
import io.trunkline.cli.files.ScratchDirectory;
import io.trunkline.cli.job.JobSubmission;
import io.trunkline.cli.job.LocalCluster;
import io.trunkline.cli.job.RunningJob;
import io.trunkline.cli.kafka.BrokerProcess;
import io.trunkline.cli.records.QuestionSender;
import io.trunkline.cli.report.Machine;
import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Model;
import io.trunkline.model.Text;
import io.trunkline.tagging.JobOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline bench latency}. */
@Command(
    name = "latency",
    description = {
      "Measures how long it takes from a question's asking to its label's being readable for a"
          + " consumer that reads committed records only, at 10, 50 and 80 %% of the capacity,"
          + " exactly once with checkpoints every 100 ms, 1 s and 10 s, and at least once; the"
          + " batches' deadline is 5 ms.",
      "Questions are due at a steady pace, and latency counts from then on, however late they could"
          + " be sent (no coordinated omission). The capacity is measured first, at least once, with"
          + " questions asked as fast as they go. The load, the job and the reader share the machine;"
          + " the broker has a process of its own."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline bench latency --data data",
      "  trunkline bench latency --data data --model questions.model --seconds 10 --json"
    })
public final class LatencyCommand implements SpeedBenchmark {
  private static final List<Integer> LOADS = List.of(10, 50, 80);
  private static final List<Mode> MODES =
      List.of(
          Mode.atLeastOnce(),
          Mode.exactlyOnce(Duration.ofMillis(100)),
          Mode.exactlyOnce(Duration.ofSeconds(1)),
          Mode.exactlyOnce(Duration.ofSeconds(10)));
  private static final int WARM_UP_SECONDS = 5;

  /** Until the heap has been touched, as one that serves for weeks has: pages cost a pause. */
  private static final int WARMING_SECONDS = 15;

  private static final int CAPACITY_QUESTIONS = 200_000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final double AT_ONCE = 1e9;

  @Spec private CommandSpec spec;
  @Mixin private BenchModel bench;
  @Mixin private PlotOptions options;

  @Option(
      names = "--seconds",
      defaultValue = "20",
      paramLabel = "S",
      description =
          "How long each load is measured, after 5 seconds that are not; ${DEFAULT-VALUE}"
              + " by default, and at least three checkpoints.")
  private int seconds;

  @Option(
      names = "--modes",
      split = ",",
      paramLabel = "MODE",
      description =
          "Only these: at-least-once, exactly-once-100ms, exactly-once-1000ms,"
              + " exactly-once-10000ms; all by default.")
  private List<String> only = List.of();

  /** Made by picocli. */
  public LatencyCommand() {}

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    List<Mode> modes = modes();
    Model model = bench.model(err);
    List<Text> texts = bench.questions().test().stream().map(Example::input).toList();
    List<Latency> latencies = new ArrayList<>();
    Map<String, Histogram> histograms = new LinkedHashMap<>();
    double capacity = 0;
    ExecutorService askers = Executors.newSingleThreadExecutor();
    try (ScratchDirectory directory = ScratchDirectory.temporary();
        BrokerProcess broker = BrokerProcess.start(directory.path().resolve("broker"));
        LocalCluster cluster = LocalCluster.start(1, 0)) {
      for (Mode mode : modes) {
        Path place = directory.path().resolve(mode.name());
        Course course = Course.lay(broker, place, model, mode.settings());
        RunningJob job = JobSubmission.local(cluster).submit(course.pipeline(), JobOptions.NONE);
        try (Watch watch = new Watch(course);
            QuestionSender sender = new QuestionSender(course.pipeline())) {
          Asker asker = new Asker(sender, texts);
          awaitJob(asker, watch);
          if (capacity == 0) {
            capacity = capacity(asker, watch, askers);
            err.printf("capacity: %,.0f questions/s%n", capacity);
          }
          double warming = capacity * LOADS.get(LOADS.size() - 1) / 100;
          run(Schedule.of("warming", warming, 0, WARMING_SECONDS), asker, watch, askers);
          for (int load : LOADS) {
            double perSecond = capacity * load / 100;
            err.printf("%s, %d %%%n", mode.name(), load);
            err.flush();
            Schedule schedule =
                Schedule.of("load-" + load, perSecond, WARM_UP_SECONDS, seconds(mode));
            Histogram late = run(schedule, asker, watch, askers);
            latencies.add(Latency.of(mode, load, perSecond, late));
            histograms.put(mode.name() + ", " + load + " %", late);
          }
        } finally {
          job.cancel();
        }
      }
    } finally {
      askers.shutdownNow();
    }
    report(new LatencyReport(Machine.here(), capacity, latencies), histograms);
    return 0;
  }

  private List<Mode> modes() {
    List<String> names = MODES.stream().map(Mode::name).toList();
    for (String name : only) {
      if (!names.contains(name)) {
        throw new InvalidInputException(
            "--modes %s: no such mode, expected some of %s".formatted(name, names));
      }
    }
    return MODES.stream().filter(mode -> only.isEmpty() || only.contains(mode.name())).toList();
  }

  private int seconds(Mode mode) {
    return Math.max(seconds, (int) (3 * mode.interval().toSeconds()));
  }

  private static void awaitJob(Asker asker, Watch watch) {
    asker.ask("first");
    if (!watch.sees("first", PATIENCE)) {
      throw new IllegalStateException("the job has labelled nothing for a minute");
    }
  }

  /** Asks as fast as it goes; the second time counts. */
  private static double capacity(Asker asker, Watch watch, ExecutorService askers)
      throws Exception {
    double perSecond = 0;
    for (int time = 0; time < 2; time++) {
      Schedule schedule =
          new Schedule("capacity-" + time, System.nanoTime(), AT_ONCE, 0, CAPACITY_QUESTIONS);
      run(schedule, asker, watch, askers);
      perSecond = CAPACITY_QUESTIONS * 1e9 / (System.nanoTime() - schedule.start());
    }
    return perSecond;
  }

  private static Histogram run(Schedule schedule, Asker asker, Watch watch, ExecutorService askers)
      throws Exception {
    Future<?> asking =
        askers.submit(
            () -> {
              asker.ask(schedule);
              return null;
            });
    Histogram late = watch.await(schedule);
    asking.get();
    return late;
  }

  private void report(LatencyReport report, Map<String, Histogram> histograms) throws Exception {
    options.draw("latency", LatencyChart.of(histograms));
    options.print(report, report.machine(), report.markdown(), spec.commandLine().getOut());
  }
}
