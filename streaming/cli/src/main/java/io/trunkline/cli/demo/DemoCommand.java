package io.trunkline.cli.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.terminal.Logging;
import io.trunkline.cli.terminal.Terminal;
import io.trunkline.cli.terminal.TrainingBar;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code trunkline demo}. */
@Command(
    name = "demo",
    description = {
      "Shows all of it at work: starts a Kafka broker and a Flink cluster in this process, trains a"
          + " model, asks questions and shows their labels as they come, until Ctrl-C.",
      "It listens on the loopback address only. The model is kept for the next start; other data,"
          + " settings or another version train a new one.",
      "Accuracy on the bundled sample says that the pipeline works, not how good it is: the sample"
          + " is small and made for this."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline demo",
      "  trunkline demo --rate 20",
      "  trunkline demo --data train.jsonl --stream test.jsonl",
      "  trunkline demo --events 2000 --json",
      "  trunkline demo --feedback 0.3 --rate 20"
    })
public final class DemoCommand implements Callable<Integer> {
  private static final double HUMAN_RATE = 2;
  private static final double STEADY_RATE = 200;

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "TRAIN.jsonl",
      description = "Train on these examples instead of the bundled sample; with --stream.")
  private @Nullable Path data;

  @Option(
      names = "--stream",
      paramLabel = "TEST.jsonl",
      description = "Ask these questions; right labels in them are used to judge, never to tag.")
  private @Nullable Path stream;

  @Option(
      names = "--events",
      paramLabel = "N",
      description =
          "End after N questions. Where the stream has fewer it is asked again from its start;"
              + " every question has an id of its own, demo-1 to demo-N.")
  private @Nullable Long events;

  @Option(
      names = "--rate",
      paramLabel = "R",
      description = {
        "Questions a second; by default 2, a pace to read along, and 200 with --events.",
        "0 is as many as there can be, with --events only; the latency then is for the most part"
            + " the time that questions queue."
      })
  private @Nullable Double rate;

  @Option(
      names = "--feedback",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = {
        "Correct this share of the questions, a few seconds after they were answered: the model"
            + " learns from it while it serves, and accuracy is shown for each of its versions.",
        "It begins with a third of the training examples; the others are asked too. Where the"
            + " questions are asked again, a version may have learnt from one that it meets."
      })
  private double feedback;

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "0",
      description = "Where the broker listens; by default any port that is free.")
  private int port;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      defaultValue = ".trunkline",
      description =
          "Where the model and the demo's pipeline description are kept; ${DEFAULT-VALUE} by"
              + " default.")
  private Path home;

  @Option(
      names = "--json",
      description = {
        "Print nothing but one object at the end, counted by reading the output topics:",
        "{\"events\", \"labels\": {TASK: n}, \"deadLetters\", \"accuracy\": {TASK: x},"
            + " \"f1\": {TASK: x}, \"mae\": {TASK: x}, \"eventsPerSecond\", \"latencyMs\": {\"p50\","
            + " \"p99\"}, \"model\"}.",
        "Single-label tasks have an accuracy, multi-label and spans tasks an F1 (of spans that match"
            + " exactly), score tasks a mean absolute error; f1 and mae are left out where there is"
            + " no such task. With --feedback also \"versions\": [{\"generation\", \"digest\","
            + " \"accuracy\": {TASK: x}, \"events\": n}], which add up to the events.",
        "Latency runs from a question's making until a consumer of committed records has read its"
            + " label. Needs --events."
      })
  private boolean json;

  DemoCommand() {}

  @Override
  public Integer call() throws Exception {
    DemoSettings settings = settings();
    Logging.toFile(new DemoFiles(settings.home()).log());
    boolean terminal = Terminal.isWatched();
    PrintWriter out = json ? spec.commandLine().getErr() : spec.commandLine().getOut();
    Screen screen = new Screen(new Terminal(out, Ansi.AUTO.enabled(), terminal), !json);
    Path model = startModel(settings, screen, terminal);
    try (StopSignal stop = StopSignal.listen()) {
      Optional<Demo.Outcome> outcome = new Demo(settings, screen, stop).run(model);
      return outcome.isEmpty() ? 0 : report(outcome.get(), stop.isGiven());
    }
  }

  private int report(Demo.Outcome outcome, boolean stopped) throws IOException {
    if (json) {
      String report = new ObjectMapper().writeValueAsString(outcome.report());
      spec.commandLine().getOut().println(report);
    }
    if (stopped || outcome.isComplete()) {
      return 0;
    }
    spec.commandLine()
        .getErr()
        .printf(
            "trunkline: %d questions lack labels, and %d records came that nobody waited for%n",
            outcome.missing(), outcome.unexpected());
    return 1;
  }

  private Path startModel(DemoSettings settings, Screen screen, boolean terminal) throws Exception {
    StartModel start =
        new StartModel(new DemoFiles(settings.home()), version(), settings.curriculum());
    if (start.isKept(settings.data())) {
      screen.step("model", "kept from an earlier start");
    } else {
      screen.step("model", "training on " + settings.data());
    }
    try (TrainingBar bar =
        new TrainingBar(spec.commandLine().getErr(), terminal, InstantSource.system())) {
      return start.get(settings.data(), bar);
    }
  }

  private DemoSettings settings() {
    if ((data == null) != (stream == null)) {
      throw invalid("--data and --stream go together: a model for the questions that it is asked");
    }
    if (events != null && events < 1) {
      throw invalid("--events is " + events + ", expected at least 1");
    }
    if (!(feedback >= 0 && feedback <= 1)) {
      throw invalid("--feedback is " + feedback + ", expected a share from 0 to 1");
    }
    boolean endless = events == null;
    if (endless && json) {
      throw invalid("--json prints its object at the end, expected --events N");
    }
    double pace = rate != null ? rate : endless ? HUMAN_RATE : STEADY_RATE;
    if (!(pace >= 0) || (pace == 0 && endless)) {
      throw invalid("--rate is " + pace + ", expected more than 0, or 0 together with --events");
    }
    return new DemoSettings(
        data == null ? SampleData.train() : data,
        stream == null ? SampleData.stream() : stream,
        home,
        port,
        events == null ? OptionalLong.empty() : OptionalLong.of(events),
        pace,
        feedback);
  }

  private String version() throws Exception {
    return String.join(" ", spec.root().versionProvider().getVersion());
  }

  private ParameterException invalid(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
