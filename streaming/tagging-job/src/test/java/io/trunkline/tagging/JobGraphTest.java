package io.trunkline.tagging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.tagging.format.RecordLimit;
import io.trunkline.tagging.models.Announcements;
import io.trunkline.tagging.models.ModelPlan;
import io.trunkline.tagging.models.StartModel;
import io.trunkline.tagging.models.StoredModels;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  private static final Pipeline LEARNING =
      Pipeline.parse(
          """
          kafka: {bootstrap.servers: 'localhost:9092'}
          parallelism: 2
          learning: {enabled: true}
          """,
          "test");

  @Test
  void isTheGoldenOne() throws IOException {
    assertThat(describe(graph(PIPELINE))).isEqualTo(golden("job-graph.txt"));
  }

  @Test
  void isTheGoldenOneWhereItLearns() throws IOException {
    assertThat(describe(graph(LEARNING))).isEqualTo(golden("job-graph-learning.txt"));
  }

  @Test
  void onlyTheSourceOfAnnouncementsHasAParallelismOfItsOwn() {
    JobGraph job = graph(PIPELINE).getJobGraph();
    assertThat(job.getVertices())
        .allSatisfy(
            vertex ->
                assertThat(vertex.getParallelism())
                    .as(vertex.getName())
                    .isEqualTo(vertex.getName().equals("Source: models") ? 1 : 2));
  }

  @Test
  void aRunUntilTheEndLearnsNothing() {
    assertThat(
            LearnerSetup.of(
                LEARNING,
                new JobOptions(true, null),
                new StartModel(
                    Announcements.of(3, '3'), List.of(), List.of(), Announcements.of(3, '3'), 4),
                new ModelPlan(
                    Announcements.of(3, '3'),
                    new StoredModels(LEARNING.models().store(), Set.of()),
                    LEARNING.models().retryInterval())))
        .isEmpty();
  }

  private static StreamGraph graph(Pipeline pipeline) {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.configure(JobConfiguration.of(pipeline, JobOptions.NONE));
    Set<String> tasks = Set.of("intent");
    StartModel start =
        new StartModel(
            Announcements.of(3, '3'),
            List.of("intent"),
            List.of(new Task("intent", TaskKind.SINGLE_LABEL, List.of("a", "b"))),
            Announcements.of(3, '3'),
            4);
    ModelPlan models =
        new ModelPlan(
            start.announcement(),
            new StoredModels(pipeline.models().store(), tasks),
            pipeline.models().retryInterval());
    TaggingJob.defineWorkflow(
        env,
        KafkaSources.of(pipeline, JobOptions.NONE, "trunkline", 4),
        new TaggingSettings(tasks, 4, pipeline.batching(), models),
        LearnerSetup.of(pipeline, JobOptions.NONE, start, models),
        new KafkaSinks(pipeline, "trunkline")
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

  private static String golden(String file) throws IOException {
    try (InputStream in = JobGraphTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }
}
