package io.trunkline.feedback;

import static io.trunkline.feedback.Harness.one;
import static io.trunkline.feedback.Harness.says;
import static io.trunkline.feedback.Harness.withText;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.schemas.avro.LabelledExample;
import io.trunkline.schemas.avro.Score;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of feedback that is given more than once. */
final class FeedbackRevisionsTest {
  private static final Instant NOON = Instant.parse("2026-04-30T12:00:00Z");

  @TempDir Path directory;
  private Harness app;

  @BeforeEach
  void start() {
    app = Harness.start(directory);
  }

  @AfterEach
  void stop() {
    app.close();
  }

  @Test
  void aRevisionMayLeaveOutTheTextThatItsSourceGaveBefore() {
    app.correct(withText("ann", "e1", "place", NOON, "where?"));
    app.correct(says("ann", "e1", "time", NOON.plusSeconds(1)));

    assertThat(app.examples()).extracting(LabelledExample::getText).containsOnly("where?");
  }

  @Test
  void aLaterRevisionTakesThePlaceOfAnEarlierOne() {
    app.ask("e1", "where?");
    app.correct(says("ann", "e1", "time", NOON));
    app.correct(says("ann", "e1", "place", NOON.plusMillis(1)));

    assertThat(app.examples())
        .extracting(example -> example.getLabels().get("intent"))
        .containsExactly(one("time"), one("place"));
  }

  @Test
  void anOlderRevisionThatComesLateIsIgnored() {
    app.ask("e1", "where?");
    app.correct(says("ann", "e1", "place", NOON));
    app.correct(says("ann", "e1", "time", NOON.minusMillis(1)));

    assertThat(app.examples())
        .extracting(example -> example.getLabels().get("intent"))
        .containsExactly(one("place"));
    assertThat(app.deadLetters()).isEmpty();
  }

  @Test
  void ofTwoRevisionsOfOneTimeTheOneThatComesLaterHolds() {
    app.ask("e1", "where?");
    app.correct(says("ann", "e1", "time", NOON));
    app.correct(says("ann", "e1", "place", NOON));

    assertThat(app.examples())
        .extracting(example -> example.getLabels().get("intent"))
        .containsExactly(one("time"), one("place"));
  }

  @Test
  void theSameFeedbackTwiceIsOneExample() {
    app.ask("e1", "where?");
    app.correct(says("ann", "e1", "place", NOON));
    app.correct(says("ann", "e1", "place", NOON));

    assertThat(app.examples()).hasSize(1);
  }

  @Test
  void ofEarlyRevisionsOnlyTheLatestIsEmitted() {
    app.correct(says("ann", "e1", "place", NOON.plusSeconds(1)));
    app.correct(says("ann", "e1", "time", NOON));
    app.ask("e1", "where?");

    assertThat(app.examples())
        .extracting(example -> example.getLabels().get("intent"))
        .containsExactly(one("place"));
  }

  @Test
  void sourcesAndTasksStandSideBySide() {
    app.ask("e1", "where?");
    app.correct(says("ann", "e1", "place", NOON));
    app.correct(says("bob", "e1", "time", NOON));
    app.correct(says("ann", "e1", "mood", new Score(0.5), NOON, false));

    assertThat(app.examples())
        .hasSize(3)
        .allSatisfy(example -> assertThat(example.getLabels()).hasSize(1));
  }
}
