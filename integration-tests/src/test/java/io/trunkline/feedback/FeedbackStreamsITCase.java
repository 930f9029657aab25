package io.trunkline.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.feedback.join.JoinSettings;
import io.trunkline.feedback.quality.QualitySettings;
import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.schemas.avro.LabelledExample;
import io.trunkline.schemas.avro.QualityWindow;
import io.trunkline.schemas.avro.TaskQuality;
import io.trunkline.testing.KafkaExtension;
import io.trunkline.testing.KafkaTopics;
import io.trunkline.testing.KafkaTopics.Isolation;
import io.trunkline.testing.Scenario;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on one broker, one of which ends in the middle. */
@ExtendWith(KafkaExtension.class)
final class FeedbackStreamsITCase {
  private static final int PARTITIONS = 4;
  private static final int FIRST = 200;
  private static final int ALL = 500;

  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path directory;

  @Test
  void everyCorrectionCountsOnceWhoeverDoesTheWork(KafkaTopics kafka) throws Exception {
    FeedbackFeed feed = FeedbackFeed.create(kafka, "two-instances");
    try (FeedbackStreams one = start(kafka, feed, "one")) {
      try (FeedbackStreams other = start(kafka, feed, "other")) {
        awaitSharing(one, other);
        feed.ask(0, FIRST);
        feed.label(0, FIRST, 1);
        feed.correct(0, FIRST);
        awaitExamples(feed, FIRST);
        awaitJudged(one, FIRST);
        assertThat(get(other, "/quality")).isEqualTo(get(one, "/quality"));
        assertThat(get(other, "/quality/intent").get("quality")).hasSize(4);

        feed.correct(FIRST, ALL);
        feed.ask(FIRST, ALL);
        await("work half done")
            .atMost(Scenario.PATIENCE)
            .until(() -> kafka.end(feed.topics().examples(), Isolation.READ_COMMITTED) > FIRST * 2);
      }
      feed.label(FIRST, ALL, 2);
      awaitExamples(feed, ALL);
      awaitJudged(one, ALL);
      assertEveryCorrectionIsOneExample(feed);
      assertQuality(one);
      awaitRecordedQuality(feed);
      assertThat(feed.read(feed.topics().deadLetters(), DeadLetter.class)).isEmpty();
    }
  }

  @Test
  void whatCannotBeAnsweredIsRefusedWithItsReason(KafkaTopics kafka) throws Exception {
    FeedbackFeed feed = FeedbackFeed.create(kafka, "answers");
    try (FeedbackStreams app = start(kafka, feed, "app")) {
      await("work").atMost(Scenario.PATIENCE).until(app::isRunning);

      assertThat(status(app, "/health")).isEqualTo(200);
      assertThat(status(app, "/quality/nothing")).isEqualTo(404);
      assertThat(status(app, "/elsewhere")).isEqualTo(404);
      assertThat(get(app, "/quality/nothing").get("error").asText())
          .isEqualTo("there is no task 'nothing', expected one of [intent, subject]");
      await("all partitions").atMost(Scenario.PATIENCE).until(() -> status(app, "/quality") == 200);
      assertThat(get(app, "/quality").get("quality")).isEmpty();
    }
  }

  @Test
  void aMissingTopicEndsTheApplicationWithTheReason(KafkaTopics kafka) throws Exception {
    FeedbackFeed feed = FeedbackFeed.create(kafka, "missing-topic");
    kafka.delete(feed.topics().questions());
    try (FeedbackStreams app = start(kafka, feed, "app")) {
      await("failure").atMost(Scenario.PATIENCE).until(() -> app.end().isCompletedExceptionally());
      assertThat(status(app, "/quality")).isEqualTo(503);
      assertThat(get(app, "/quality").get("error").asText()).contains("expected RUNNING");
    }
  }

  private FeedbackStreams start(KafkaTopics kafka, FeedbackFeed feed, String instance)
      throws Exception {
    return FeedbackStreams.start(
        new FeedbackSettings(
            feed.topics().questions() + "-app",
            feed.topics(),
            PARTITIONS,
            JoinSettings.of(Duration.ofHours(1)),
            QualitySettings.of(100),
            directory.resolve(instance),
            FeedbackSettings.onLoopback(0),
            Map.of("bootstrap.servers", kafka.bootstrapServers())),
        FeedbackFeed.decoders());
  }

  /** Both have a part of the stores, and together all of them. */
  private void awaitSharing(FeedbackStreams one, FeedbackStreams other) {
    await("work shared")
        .atMost(Scenario.PATIENCE)
        .ignoreExceptions()
        .until(
            () ->
                status(one, "/quality") == 200
                    && status(other, "/quality") == 200
                    && !get(one, "/quality?local=true").get("partitions").isEmpty()
                    && !get(other, "/quality?local=true").get("partitions").isEmpty());
  }

  private static void awaitExamples(FeedbackFeed feed, int events) {
    await("examples")
        .atMost(Scenario.PATIENCE)
        .untilAsserted(
            () -> assertThat(feed.examples()).hasSize(events * FeedbackFeed.TASKS.size()));
  }

  private void awaitJudged(FeedbackStreams app, int events) {
    await("judgements")
        .atMost(Scenario.PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(status(app, "/quality")).isEqualTo(200);
              assertThat(judged(get(app, "/quality"), "judged"))
                  .isEqualTo((long) events * FeedbackFeed.TASKS.size());
            });
  }

  private static long judged(JsonNode answer, String figure) {
    long sum = 0;
    for (JsonNode row : answer.get("quality")) {
      sum += row.get("window").asText().equals("SINCE_START") ? row.get(figure).asLong() : 0;
    }
    return sum;
  }

  private static void assertEveryCorrectionIsOneExample(FeedbackFeed feed) throws Exception {
    Set<String> expected = new HashSet<>();
    IntStream.range(0, ALL)
        .forEach(i -> FeedbackFeed.TASKS.forEach(task -> expected.add("text " + i + " " + task)));
    List<LabelledExample> examples = feed.examples();
    assertThat(examples)
        .extracting(
            example -> example.getText() + " " + example.getLabels().keySet().iterator().next())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** Of each task, by generation and kind of feedback, what the feed says it must be. */
  private void assertQuality(FeedbackStreams app) throws Exception {
    JsonNode answer = get(app, "/quality");
    for (JsonNode row : answer.get("quality")) {
      if (row.get("window").asText().equals("SINCE_START")) {
        boolean first = row.get("generation").asLong() == 1;
        boolean solicited = row.get("solicited").asBoolean();
        IntStream events =
            IntStream.range(first ? 0 : FIRST, first ? FIRST : ALL)
                .filter(i -> (i % 10 == 0) == solicited);
        int[] judged = events.toArray();
        assertThat(row.get("judged").asLong()).isEqualTo(judged.length);
        assertThat(row.get("correct").asLong())
            .isEqualTo(IntStream.of(judged).filter(i -> i % 4 != 0).count());
      }
    }
    assertThat(answer.get("quality")).hasSize(16);
  }

  private static void awaitRecordedQuality(FeedbackFeed feed) {
    await("quality on its topic")
        .atMost(Scenario.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        feed.read(feed.topics().quality(), TaskQuality.class).stream()
                            .filter(quality -> quality.getWindow() == QualityWindow.SINCE_START)
                            .collect(
                                java.util.stream.Collectors.toMap(
                                    quality ->
                                        quality.getTask()
                                            + quality.getGeneration()
                                            + quality.getSolicited(),
                                    TaskQuality::getJudged,
                                    Math::max))
                            .values()
                            .stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo((long) ALL * FeedbackFeed.TASKS.size()));
  }

  private int status(FeedbackStreams app, String path) throws Exception {
    return send(app, path).statusCode();
  }

  private JsonNode get(FeedbackStreams app, String path) throws Exception {
    return mapper.readTree(send(app, path).body());
  }

  private HttpResponse<String> send(FeedbackStreams app, String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(app.address() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
