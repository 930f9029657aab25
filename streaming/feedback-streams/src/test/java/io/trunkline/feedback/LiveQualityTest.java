package io.trunkline.feedback;

import static io.trunkline.feedback.Harness.one;
import static io.trunkline.feedback.Harness.says;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.feedback.join.JoinSettings;
import io.trunkline.feedback.quality.QualitySettings;
import io.trunkline.schemas.avro.Drift;
import io.trunkline.schemas.avro.LabelledSpan;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.QualityWindow;
import io.trunkline.schemas.avro.Score;
import io.trunkline.schemas.avro.SeveralLabels;
import io.trunkline.schemas.avro.Spans;
import io.trunkline.schemas.avro.TaskQuality;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of the labels that feedback judges: the contract of live quality. */
final class LiveQualityTest {
  private static final Instant NOON = Instant.parse("2026-04-30T12:00:00Z");
  private static final Duration A_SECOND = Duration.ofSeconds(1);

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
  void aCorrectionScoresTheVersionThatMadeTheLabel() {
    tagged("e1", "place", 7);
    app.correct(says("ann", "e1", "place", NOON));

    TaskQuality all = report(QualityWindow.SINCE_START);
    assertThat(all.getTask()).isEqualTo("intent");
    assertThat(all.getGeneration()).isEqualTo(7);
    assertThat(all.getModelDigest()).isEqualTo(Harness.digest(7));
    assertThat(all.getSolicited()).isFalse();
    assertThat(all.getJudged()).isEqualTo(1);
    assertThat(all.getCorrect()).isEqualTo(1);
    assertThat(all.getMacroF1()).isEqualTo(1.0);
    assertThat(all.getWindowStart()).isEqualTo(Harness.START);
    assertThat(all.getWindowEnd()).isEqualTo(Harness.START.plusMillis(1));
    // Of 1 in 1 the lower end is 1 / (1 + z²).
    assertThat(all.getLow()).isCloseTo(0.20655, within(1e-5));
    assertThat(all.getHigh()).isEqualTo(1);
  }

  @Test
  void recordsAreKeyedByTheirTask() {
    tagged("e1", "place", 7);
    app.correct(says("ann", "e1", "place", NOON));
    app.wait(A_SECOND);

    assertThat(app.records("task-quality"))
        .hasSize(2)
        .allSatisfy(record -> assertThat(record.key()).isEqualTo("intent".getBytes(UTF_8)));
  }

  @Test
  void aLabelThatIsSeenAfterItsFeedbackIsScoredWhenItComes() {
    app.ask("e1", "where?");
    app.correct(says("ann", "e1", "place", NOON));
    app.wait(A_SECOND);
    assertThat(app.quality()).isEmpty();

    app.label("e1", "time", 3);
    assertThat(report(QualityWindow.SINCE_START))
        .satisfies(all -> assertCounts(all, 1, 0))
        .satisfies(all -> assertThat(all.getGeneration()).isEqualTo(3));
  }

  @Test
  void earlyFeedbackJudgesOnceItsQuestionHasCome() {
    app.correct(says("ann", "e1", "place", NOON));
    app.label("e1", "place", 3);
    app.wait(A_SECOND);
    assertThat(app.quality()).isEmpty();

    app.ask("e1", "where?");
    assertCounts(report(QualityWindow.SINCE_START), 1, 1);
  }

  @Test
  void eachVersionThatTaggedAnEventIsJudged() {
    tagged("e1", "time", 1);
    app.label("e1", "place", 2);
    app.correct(says("ann", "e1", "place", NOON));

    List<TaskQuality> reports = reports(QualityWindow.SINCE_START);
    assertThat(reports).extracting(TaskQuality::getGeneration).containsExactlyInAnyOrder(1L, 2L);
    for (TaskQuality version : reports) {
      assertCounts(version, 1, version.getGeneration() == 2 ? 1 : 0);
    }
  }

  @Test
  void aLabelThatComesTwiceIsJudgedOnce() {
    tagged("e1", "place", 1);
    app.label("e1", "place", 1);
    app.correct(says("ann", "e1", "place", NOON));
    app.label("e1", "place", 1);

    assertCounts(report(QualityWindow.SINCE_START), 1, 1);
  }

  @Test
  void aRevisionTakesThePlaceOfTheEarlierJudgement() {
    tagged("e1", "place", 1);
    app.correct(says("ann", "e1", "time", NOON));
    app.correct(says("ann", "e1", "place", NOON.plusSeconds(1)));
    app.correct(says("ann", "e1", "time", NOON.minusSeconds(1)));

    for (TaskQuality window : allReports()) {
      assertCounts(window, 1, 1);
      assertThat(window.getMacroF1()).isEqualTo(1.0);
    }
  }

  @Test
  void aRevisionMayMoveFromOneKindOfFeedbackToTheOther() {
    tagged("e1", "place", 1);
    app.correct(says("ann", "e1", "intent", one("place"), NOON, false));
    app.correct(says("ann", "e1", "intent", one("place"), NOON.plusSeconds(1), true));

    for (TaskQuality window : allReports()) {
      long expected = window.getSolicited() ? 1 : 0;
      assertCounts(window, expected, expected);
      assertThat(window.getLow() == null).isEqualTo(expected == 0);
    }
  }

  @Test
  void solicitedAndVolunteeredFeedbackAreCountedApart() {
    tagged("e1", "place", 1);
    app.correct(says("ann", "e1", "intent", one("place"), NOON, true));
    app.correct(says("bob", "e1", "intent", one("time"), NOON, false));

    for (TaskQuality kind : reports(QualityWindow.SINCE_START)) {
      assertCounts(kind, 1, kind.getSolicited() ? 1 : 0);
    }
  }

  @Test
  void theSlidingWindowCountsTheLatestOnly() {
    for (int i = 0; i < 5; i++) {
      tagged("e" + i, "place", 1);
      app.correct(says("ann", "e" + i, i < 2 ? "time" : "place", NOON));
      app.wait(Duration.ofMillis(100));
    }

    List<TaskQuality> reports = allReports();
    assertThat(reports).hasSize(2);
    TaskQuality sliding = reports.get(0);
    assertThat(sliding.getWindow()).isEqualTo(QualityWindow.SLIDING);
    assertCounts(sliding, Harness.WINDOW, 3);
    assertThat(sliding.getMacroF1()).isEqualTo(1.0);
    assertThat(sliding.getWindowStart()).isEqualTo(Harness.START.plusMillis(200));
    assertCounts(reports.get(1), 5, 3);
    // place: 2·3 / (2·3 + 2 wrong); time: 0, for it was only ever missed.
    assertThat(reports.get(1).getMacroF1()).isEqualTo((0.75 + 0) / 2);
  }

  @Test
  void aRevisionOfWhatHasLeftTheWindowChangesOnlyTheWhole() {
    for (int i = 0; i < 5; i++) {
      tagged("e" + i, "place", 1);
      app.correct(says("ann", "e" + i, "place", NOON));
    }
    app.correct(says("ann", "e0", "time", NOON.plusSeconds(1)));

    List<TaskQuality> reports = allReports();
    assertCounts(reports.get(0), Harness.WINDOW, 3);
    assertCounts(reports.get(1), 5, 4);
  }

  @Test
  void severalLabelsAreRightWhenAllAre() {
    app.ask("e1", "text");
    app.label("e1", "tags", several("a", "b"), 1);
    app.correct(says("ann", "e1", "tags", several("b", "a"), NOON, false));
    app.correct(says("bob", "e1", "tags", several("a", "c"), NOON, false));

    TaskQuality all = report(QualityWindow.SINCE_START);
    assertCounts(all, 2, 1);
    // a: two hits. b: one hit, once wrong. c: once missed.
    assertThat(all.getMacroF1()).isCloseTo((1 + 2.0 / 3 + 0) / 3, within(1e-12));
  }

  @Test
  void spansAreRightWhenTheyReachEquallyFar() {
    app.ask("e1", "text");
    app.label("e1", "slots", spans(0, 3), 1);
    app.correct(says("ann", "e1", "slots", spans(0, 3), NOON, false));
    app.correct(says("bob", "e1", "slots", spans(0, 4), NOON, false));

    TaskQuality all = report(QualityWindow.SINCE_START);
    assertCounts(all, 2, 1);
    // One hit, once wrong, once missed.
    assertThat(all.getMacroF1()).isEqualTo(0.5);
  }

  @Test
  void scoresAreRightWhenNearAndHaveNoMacroF1() {
    app.ask("e1", "text");
    app.label("e1", "mood", new Score(3.0), 1);
    app.correct(says("ann", "e1", "mood", new Score(3.5), NOON, false));
    app.correct(says("bob", "e1", "mood", new Score(3.6), NOON, false));

    TaskQuality all = report(QualityWindow.SINCE_START);
    assertCounts(all, 2, 1);
    assertThat(all.getMacroF1()).isNull();
  }

  @Test
  void aValueOfAnotherKindJudgesNothing() {
    tagged("e1", "place", 1);
    app.correct(says("ann", "e1", "intent", new Score(1.0), NOON, false));
    app.wait(A_SECOND);

    assertThat(app.quality()).isEmpty();
    assertThat(app.examples()).hasSize(1);
  }

  @Test
  void scoresOfLabelsDoNotCount() {
    app.ask("e1", "text");
    app.label("e1", "intent", new OneLabel("place", 0.3), 1);
    app.correct(says("ann", "e1", "place", NOON));

    assertCounts(report(QualityWindow.SINCE_START), 1, 1);
  }

  @Test
  void aVersionIsReportedOnceASecondAndAfterItsLastChange() {
    for (int i = 0; i < 10; i++) {
      tagged("e" + i, "place", 1);
      app.correct(says("ann", "e" + i, "place", NOON));
    }
    assertThat(app.quality()).isEmpty();
    assertThat(allReports()).extracting(TaskQuality::getJudged).containsExactly(3L, 10L);

    app.wait(Duration.ofMinutes(1));
    assertThat(app.quality()).as("nothing new").isEmpty();
  }

  @Test
  void theOldestOfTooManyVersionsIsForgotten() {
    try (Harness two =
        Harness.start(
            directory.resolve("two"),
            JoinSettings.of(Harness.TIME_TO_LIVE),
            new QualitySettings(3, 2, 0.002))) {
      for (long generation : new long[] {-1, 5, 6, 4}) {
        two.ask("e" + generation, "text");
        two.label("e" + generation, "place", generation);
        two.correct(says("ann", "e" + generation, "place", NOON));
      }
      two.wait(A_SECOND);

      assertThat(two.quality())
          .extracting(TaskQuality::getGeneration)
          .containsExactlyInAnyOrder(5L, 5L, 6L, 6L);
    }
  }

  @Test
  void driftIsSeenAcrossVersionsAndOnlyInTheFeedbackThatShowsIt() {
    List<Drift> drift = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      boolean right = i < 120;
      tagged("e" + i, "place", i < 120 ? 1 : 2);
      app.correct(says("ann", "e" + i, "intent", one(right ? "place" : "time"), NOON, true));
      app.correct(says("bob", "e" + i, "intent", one("place"), NOON, false));
      drift.addAll(app.drift());
    }

    assertThat(drift)
        .isNotEmpty()
        .allSatisfy(change -> assertThat(change.getSolicited()).isTrue())
        .allSatisfy(change -> assertThat(change.getTask()).isEqualTo("intent"));
    Drift first = drift.get(0);
    assertThat(first.getGeneration()).isEqualTo(2);
    assertThat(first.getBefore()).isEqualTo(1);
    assertThat(first.getAfter()).isLessThan(first.getBefore());
    assertThat(first.getJudgedBefore()).isPositive().isLessThanOrEqualTo(120);
  }

  @Test
  void revisionsDoNotLookLikeDrift() {
    for (int i = 0; i < 60; i++) {
      tagged("e" + i, "place", 1);
      app.correct(says("ann", "e" + i, "place", NOON));
    }
    for (int i = 0; i < 60; i++) {
      app.correct(says("ann", "e" + i, "time", NOON.plusSeconds(1)));
    }

    assertThat(app.drift()).isEmpty();
  }

  private void tagged(String id, String label, long generation) {
    app.ask(id, "text of " + id);
    app.label(id, label, generation);
  }

  private TaskQuality report(QualityWindow window) {
    List<TaskQuality> reports = reports(window);
    assertThat(reports).hasSize(1);
    return reports.get(0);
  }

  private List<TaskQuality> reports(QualityWindow window) {
    return allReports().stream().filter(report -> report.getWindow() == window).toList();
  }

  private List<TaskQuality> allReports() {
    app.wait(A_SECOND);
    return app.quality();
  }

  private static void assertCounts(TaskQuality quality, long judged, long correct) {
    assertThat(quality.getJudged()).isEqualTo(judged);
    assertThat(quality.getCorrect()).isEqualTo(correct);
  }

  private static SeveralLabels several(String... labels) {
    return new SeveralLabels(Stream.of(labels).map(Harness::one).toList());
  }

  private static Spans spans(int start, int end) {
    return new Spans(List.of(new LabelledSpan(start, end, "place", null)));
  }
}
