package io.trunkline.cli.records;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.cli.kafka.TopicReader;
import io.trunkline.cli.pipeline.PipelineOption;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trunkline tail}. */
@Command(
    name = "tail",
    description = {
      "Shows the records of a pipeline's topic as they are committed, until Ctrl-C.",
      "Reads any format that the pipeline writes, from every partition, and leaves no trace."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline tail labels.intent --pipeline pipeline.yaml",
      "  trunkline tail dead-letters --pipeline pipeline.yaml --from-beginning",
      "  trunkline tail labels.intent --pipeline pipeline.yaml --json | jq .label"
    })
public final class TailCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final ObjectMapper mapper = new ObjectMapper();

  @Spec private CommandSpec spec;
  @Mixin private PipelineOption pipeline;

  @Parameters(paramLabel = "TOPIC", description = "One of the pipeline's topics.")
  private String topic;

  @Option(names = "--from-beginning", description = "Begin with the oldest record.")
  private boolean fromBeginning;

  @Option(names = "--max", paramLabel = "N", description = "End after N records.")
  private long max = Long.MAX_VALUE;

  @Option(names = "--json", description = "Print one JSON object a record.")
  private boolean json;

  TailCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    Pipeline source = pipeline.load();
    RecordView view = RecordViews.of(topic, source);
    PrintWriter out = spec.commandLine().getOut();
    try (TopicReader reader =
        fromBeginning
            ? TopicReader.fromBeginning(source, List.of(topic))
            : TopicReader.fromEnd(source, List.of(topic))) {
      long shown = 0;
      // The other end of a pipe that was closed shows as an error.
      while (shown < max && !out.checkError()) {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(PATIENCE)) {
          if (shown++ < max) {
            out.println(show(record, view));
          }
        }
      }
    }
    return 0;
  }

  private String show(ConsumerRecord<byte[], byte[]> record, RecordView view) {
    ObjectNode described = mapper.createObjectNode();
    if (json) {
      described.put("topic", record.topic());
      described.put("partition", record.partition()).put("offset", record.offset());
    }
    try {
      if (!json) {
        return view.line(record);
      }
      view.describe(record, described);
    } catch (IOException e) {
      described.put("unreadable", e.getMessage());
      return json
          ? described.toString()
          : "%s-%d@%d is unreadable: %s"
              .formatted(record.topic(), record.partition(), record.offset(), e.getMessage());
    }
    return described.toString();
  }
}
