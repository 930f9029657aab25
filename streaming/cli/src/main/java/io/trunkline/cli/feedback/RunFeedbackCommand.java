package io.trunkline.cli.feedback;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.pipeline.PipelineOption;
import io.trunkline.feedback.FeedbackSettings;
import io.trunkline.feedback.FeedbackStreams;
import io.trunkline.model.InvalidInputException;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline run-feedback}. */
@Command(
    name = "run-feedback",
    description = {
      "Joins feedback to its questions, so that the model can learn from it, and counts how good"
          + " the labels are that it judges, until Ctrl-C.",
      "Several may run, each with a state directory of its own, and share the work. How good"
          + " labels are is answered as JSON at /quality and /quality/TASK."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline run-feedback --pipeline pipeline.yaml",
      "  trunkline run-feedback --pipeline pipeline.yaml --port 0 --state-dir /var/lib/feedback"
          + " --json"
    })
public final class RunFeedbackCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PipelineOption pipeline;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8090",
      description =
          "Where questions about quality are answered; 0 for any free port; ${DEFAULT-VALUE} by"
              + " default.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description =
          "The address of this machine at which that is; where several run on different machines,"
              + " one that the others reach. ${DEFAULT-VALUE} by default.")
  private String host;

  @Option(
      names = "--state-dir",
      paramLabel = "DIR",
      defaultValue = ".trunkline/feedback",
      description = "Where this one keeps its stores; ${DEFAULT-VALUE} by default.")
  private Path stateDirectory;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description =
          "Partitions of the internal topics, the most that can share the work; they stay what they"
              + " are at the first start. By default as many as the feedback topic has.")
  private @Nullable Integer partitions;

  @Option(
      names = "--json",
      description = "Print one object: {\"application\": ID, \"quality\": URL}.")
  private boolean json;

  RunFeedbackCommand() {}

  @Override
  public Integer call() throws Exception {
    Pipeline of = pipeline.load();
    if (!of.learning().enabled()) {
      throw of.invalid("learning.enabled", "false, so that feedback is not used, expected true");
    }
    FeedbackSettings settings =
        FeedbackApplication.settings(
            of, stateDirectory, new InetSocketAddress(host, port), partitions);
    try (FeedbackStreams streams = start(of, settings)) {
      // Ctrl-C: others, or the next start, need not wait until it is missed.
      Runtime.getRuntime().addShutdownHook(new Thread(streams::close, "close"));
      print(settings.applicationId(), streams.address().resolve("/quality"));
      streams.end().get();
    }
    return 0;
  }

  private FeedbackStreams start(Pipeline of, FeedbackSettings settings) throws IOException {
    try {
      return FeedbackStreams.start(settings, PipelineDecoders.of(of));
    } catch (BindException e) {
      throw new InvalidInputException(
          "--port %d is not free at %s: %s".formatted(port, host, e.getMessage()), e);
    }
  }

  private void print(String application, URI quality) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          new ObjectMapper()
              .writeValueAsString(
                  Map.of("application", application, "quality", quality.toString())));
    } else {
      out.printf("%s runs; quality: %s%n", application, quality);
    }
  }
}
