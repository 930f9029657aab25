package io.trunkline.tagging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.tagging.format.RecordLimit;
import io.trunkline.tagging.models.Announcements;
import io.trunkline.tagging.models.ModelPlan;
import io.trunkline.tagging.models.StoredModels;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/**
 * The job's graph against a golden file. Ids and names are in people's savepoints and dashboards:
 * change the file on purpose only.
 */
final class JobGraphTest {
  private static final Pipeline PIPELINE =
      Pipeline.parse(
          """
          kafka: {bootstrap.servers: 'localhost:9092'}
          parallelism: 2
          """,
          "test");

  @Test
  void isTheGoldenOne() throws IOException {
    assertThat(describe(graph())).isEqualTo(golden());
  }

  @Test
  void onlyTheSourceOfAnnouncementsHasAParallelismOfItsOwn() {
    JobGraph job = graph().getJobGraph();
    assertThat(job.getVertices())
        .allSatisfy(
            vertex ->
                assertThat(vertex.getParallelism())
                    .as(vertex.getName())
                    .isEqualTo(vertex.getName().equals("Source: models") ? 1 : 2));
  }

  private static StreamGraph graph() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.configure(JobConfiguration.of(PIPELINE, JobOptions.NONE));
    Set<String> tasks = Set.of("intent");
    ModelPlan models =
        new ModelPlan(
            Announcements.of(3, '3'),
            new StoredModels(PIPELINE.models().store(), tasks),
            PIPELINE.models().retryInterval());
    TaggingJob.defineWorkflow(
        env,
        KafkaSources.of(PIPELINE, JobOptions.NONE, "trunkline", 4),
        new TaggingSettings(tasks, 4, 64, PIPELINE.batching().maxDelay(), models),
        Optional.empty(),
        new KafkaSinks(PIPELINE, "trunkline")
            .create(
                Map.of("intent", "labels.intent"),
                new RecordLimit(1 << 20, 1 << 20),
                Clock.systemUTC()));
    return env.getStreamGraph();
  }

  private static String describe(StreamGraph graph) {
    return graph.getStreamNodes().stream()
        .sorted(Comparator.comparing(StreamNode::getOperatorName))
        .map(node -> describe(node, graph))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String describe(StreamNode node, StreamGraph graph) {
    return "%s%n  uid %s, parallelism %d%n%s"
        .formatted(
            node.getOperatorName(),
            node.getTransformationUID(),
            node.getParallelism(),
            node.getInEdges().stream()
                .map(edge -> describe(edge, graph))
                .collect(Collectors.joining()));
  }

  private static String describe(StreamEdge edge, StreamGraph graph) {
    String side = edge.getOutputTag() == null ? "" : ", " + edge.getOutputTag().getId();
    return "  from %s: %s%s%n"
        .formatted(
            graph.getStreamNode(edge.getSourceId()).getOperatorName(), edge.getPartitioner(), side);
  }

  private static String golden() throws IOException {
    try (InputStream in = JobGraphTest.class.getResourceAsStream("job-graph.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }
}
