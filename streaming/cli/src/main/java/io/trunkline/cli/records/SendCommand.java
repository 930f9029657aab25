package io.trunkline.cli.records;

import io.trunkline.cli.pipeline.PipelineOption;
import io.trunkline.model.Example;
import io.trunkline.model.data.ExampleReader;
import io.trunkline.tagging.kafka.Brokers;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline send}. */
@Command(
    name = "send",
    description = {
      "Sends standard input to the questions topic, one question a line.",
      "A line that begins with { is a JSON object with \"text\" and, if it likes, \"id\" and"
          + " \"attributes\", an object of strings; any other line is the text itself. A question"
          + " without an id gets a new one."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  echo 'Why is the sky blue?' | trunkline send --pipeline pipeline.yaml",
      "  trunkline send --pipeline pipeline.yaml < deploy/sample/stream.jsonl"
    })
public final class SendCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PipelineOption pipeline;

  @Option(
      names = "--plain",
      description = "Take every line as a text, also one that begins with {.")
  private boolean plain;

  SendCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Pipeline target = pipeline.load();
    try (Brokers brokers = new Brokers(target)) {
      brokers.partitions(List.of(target.questions().topic()));
    }
    long sent = 0;
    try (QuestionSender sender = new QuestionSender(target)) {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          Example question = parse(line, "standard input:" + number);
          sender.send(idOf(question), question.input(), Instant.now());
          sent++;
        }
      }
    }
    spec.commandLine()
        .getErr()
        .printf("sent %d questions to %s%n", sent, target.questions().topic());
    return 0;
  }

  private Example parse(String line, String where) {
    return !plain && line.startsWith("{")
        ? ExampleReader.parse(line, where)
        : new Example("", line, Map.of());
  }

  private static String idOf(Example question) {
    return question.id().isEmpty() ? UUID.randomUUID().toString() : question.id();
  }
}
