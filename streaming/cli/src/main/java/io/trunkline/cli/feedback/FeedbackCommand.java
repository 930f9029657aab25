package io.trunkline.cli.feedback;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.pipeline.PipelineOption;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.data.LineReader;
import io.trunkline.tagging.kafka.Brokers;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline feedback}. */
@Command(
    name = "feedback",
    description = {
      "Says what is right for questions that were tagged, so that the model learns it.",
      "With --event one correction; without, standard input, a JSON object a line: {\"event\","
          + " \"task\", \"label\" | \"labels\" | \"spans\" | \"score\", \"source\", \"text\","
          + " \"attributes\", \"solicited\", \"at\"}; event, task and one value are needed. A line"
          + " that is none ends it; those before it are sent."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline feedback --pipeline pipeline.yaml --event q17 --task intent --label schedule",
      "  trunkline feedback --pipeline pipeline.yaml --event q17 --task topics --labels exam,room",
      "  trunkline feedback --pipeline pipeline.yaml --source review < corrections.jsonl"
    })
public final class FeedbackCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PipelineOption pipeline;
  @Mixin private FeedbackOptions given;

  @Option(
      names = "--source",
      paramLabel = "WHO",
      defaultValue = "${sys:user.name}",
      description = "Who says so, where a line does not tell; by default the user's name.")
  private String source;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description =
          "When it was said, such as 2026-01-31T12:00:00Z, where a line does not tell; by default"
              + " now. Of two corrections by one source the later holds.")
  private @Nullable Instant at;

  @Option(names = "--json", description = "Print one object: {\"sent\": n, \"topic\": \"...\"}.")
  private boolean json;

  private long sent;

  FeedbackCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Pipeline target = pipeline.load();
    if (!target.learning().enabled()) {
      throw target.invalid(
          "learning.enabled", "false, so that nobody reads feedback, expected true");
    }
    String topic = target.learning().feedbackTopic();
    try (Brokers brokers = new Brokers(target)) {
      brokers.partitions(List.of(topic));
    }
    try {
      send(target);
    } catch (InvalidInputException e) {
      if (sent > 0) {
        report(topic);
      }
      throw e;
    }
    report(topic);
    return 0;
  }

  private void send(Pipeline target) throws IOException {
    try (FeedbackSender sender = new FeedbackSender(target)) {
      if (given.given()) {
        sender.send(format().feedback(given.toJson()));
        sent++;
        return;
      }
      LineReader lines = new LineReader(System.in, "standard input");
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (!line.isBlank()) {
          sender.send(format().parse(line, lines.where()));
          sent++;
        }
      }
    }
  }

  private FeedbackLine format() {
    return new FeedbackLine(source, at == null ? Instant.now() : at);
  }

  private void report(String topic) throws IOException {
    if (json) {
      spec.commandLine()
          .getOut()
          .println(new ObjectMapper().writeValueAsString(Map.of("sent", sent, "topic", topic)));
    } else {
      spec.commandLine().getErr().printf("sent %d corrections to %s%n", sent, topic);
    }
  }
}
