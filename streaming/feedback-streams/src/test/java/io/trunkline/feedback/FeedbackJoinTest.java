package io.trunkline.feedback;

import static io.trunkline.feedback.Harness.LONG_AGO;
import static io.trunkline.feedback.Harness.TIME_TO_LIVE;
import static io.trunkline.feedback.Harness.one;
import static io.trunkline.feedback.Harness.says;
import static io.trunkline.feedback.Harness.withText;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.feedback.intake.InvalidFeedbackException;
import io.trunkline.feedback.join.JoinSettings;
import io.trunkline.feedback.quality.QualitySettings;
import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.schemas.avro.Feedback;
import io.trunkline.schemas.avro.LabelledExample;
import io.trunkline.schemas.avro.LabelledSpan;
import io.trunkline.schemas.avro.Score;
import io.trunkline.schemas.avro.SeveralLabels;
import io.trunkline.schemas.avro.Spans;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of feedback: the contract of the join. */
final class FeedbackJoinTest {
  private static final Instant NOON = Instant.parse("2026-04-30T12:00:00Z");
  private static final Duration ALMOST = TIME_TO_LIVE.minusSeconds(2);
  private static final Duration A_LITTLE = Duration.ofSeconds(4);

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
  void feedbackOnAKnownEventBecomesAnExample() {
    app.ask("e1", "where is it?");
    app.correct(says("ann", "e1", "intent", one("place"), NOON, true));

    assertThat(app.examples())
        .containsExactly(
            new LabelledExample(
                "e1",
                "where is it?",
                Map.of("about", "e1"),
                Map.of("intent", one("place")),
                "ann",
                NOON,
                true));
    assertThat(app.deadLetters()).isEmpty();
  }

  @Test
  void examplesAreKeyedByTheirEventAndTimedByTheClock() {
    app.wait(Duration.ofMinutes(3));
    app.ask("e1", "where?");
    app.correct(says("ann", "e1", "place", NOON));

    var record = app.records("labelled-examples").get(0);
    assertThat(record.key()).isEqualTo("e1".getBytes(UTF_8));
    assertThat(record.getRecordTime()).isEqualTo(Harness.START.plus(Duration.ofMinutes(3)));
  }

  @Test
  void aQuestionWithoutAnIdIsKnownByItsPlace() {
    app.ask("", "where?");
    app.correct(says("ann", "questions-0-0", "place", NOON));

    assertThat(app.examples()).extracting(LabelledExample::getText).containsExactly("where?");
  }

  @Test
  void earlyFeedbackWaitsForItsQuestion() {
    app.correct(says("ann", "e1", "place", NOON));
    assertThat(app.examples()).isEmpty();

    app.wait(ALMOST);
    app.ask("e1", "where?");
    assertThat(app.examples()).hasSize(1);

    app.wait(TIME_TO_LIVE.multipliedBy(3));
    assertThat(app.deadLetters()).isEmpty();
  }

  @Test
  void feedbackWhoseQuestionNeverComesGoesToTheDeadLettersAsItWas() {
    byte[] bytes = app.correct(says("ann", "e1", "place", NOON));
    app.wait(ALMOST);
    assertThat(app.deadLetters()).isEmpty();

    app.wait(A_LITTLE);
    var record = app.records("dead-letters").get(0);
    assertThat(record.key()).isEqualTo("feedback-0-0".getBytes(UTF_8));

    app.correct(says("bob", "e2", "place", NOON));
    app.wait(TIME_TO_LIVE.plus(A_LITTLE));
    DeadLetter letter = app.deadLetters().get(0);
    assertThat(letter.getTopic()).isEqualTo("feedback");
    assertThat(letter.getOffset()).isEqualTo(1);
    assertThat(letter.getStage()).isEqualTo("join");
    assertThat(letter.getMessage()).isEqualTo("there is no event 'e2': none came within PT1H");
    assertThat(letter.getKey()).isEqualTo(ByteBuffer.wrap("some key".getBytes(UTF_8)));
    assertThat(letter.getValueSize()).isEqualTo(bytes.length);
    assertThat(letter.getTruncated()).isFalse();
    assertThat(app.examples()).isEmpty();
  }

  @Test
  void feedbackOnAnExpiredEventGoesToTheDeadLettersAtOnce() {
    app.ask("e1", "where?");
    app.wait(TIME_TO_LIVE.plus(A_LITTLE));
    byte[] bytes = app.correct(says("ann", "e1", "place", NOON));

    assertThat(app.deadLetters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.getStage()).isEqualTo("join");
              assertThat(letter.getMessage())
                  .isEqualTo("the event 'e1' has expired: nothing was heard of it for PT1H");
              assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(bytes));
            });
    assertThat(app.examples()).isEmpty();
  }

  @Test
  void whatIsHeardOfAnEventRenewsItsTime() {
    app.ask("e1", "where?");
    app.wait(ALMOST);
    app.label("e1", "place", 1);
    app.wait(ALMOST);
    app.correct(says("ann", "e1", "place", NOON));

    assertThat(app.examples()).hasSize(1);
  }

  @Test
  void anExpiredEventThatIsAskedAgainIsKnownAgain() {
    app.ask("e1", "where?");
    app.wait(TIME_TO_LIVE.plus(A_LITTLE));
    app.ask("e1", "where?");
    app.correct(says("ann", "e1", "place", NOON));

    assertThat(app.examples()).hasSize(1);
  }

  @Test
  void nothingIsLeftOfAnEventInTheEnd() {
    app.ask("e1", "where?");
    app.label("e1", "place", 1);
    app.correct(says("ann", "e1", "place", NOON));
    app.correct(says("ann", "e2", "place", NOON));
    for (int i = 0; i < 3; i++) {
      app.wait(TIME_TO_LIVE.plus(A_LITTLE));
    }

    assertThat(app.driver().getKeyValueStore("events").all().hasNext()).isFalse();
    assertThat(app.driver().getKeyValueStore("expiry").all().hasNext()).isFalse();
  }

  @Test
  void feedbackWithItsOwnTextNeedsNoQuestion() {
    app.correct(withText("ann", "e1", "place", NOON, "where?"));

    assertThat(app.examples())
        .containsExactly(
            new LabelledExample(
                "e1",
                "where?",
                Map.of("from", "ann"),
                Map.of("intent", one("place")),
                "ann",
                NOON,
                false));
    app.wait(TIME_TO_LIVE.multipliedBy(2));
    assertThat(app.deadLetters()).isEmpty();
  }

  @Test
  void feedbackWithItsOwnTextIsTakenOnExpiredEventsToo() {
    app.ask("e1", "where?");
    app.wait(TIME_TO_LIVE.plus(A_LITTLE));
    app.correct(withText("ann", "e1", "place", NOON, "where?"));

    assertThat(app.examples()).hasSize(1);
    assertThat(app.deadLetters()).isEmpty();
  }

  @Test
  void anotherSourcesTextIsNotTheEventsText() {
    app.correct(withText("mallory", "e1", "place", NOON, "planted"));
    app.correct(says("ann", "e1", "place", NOON));
    assertThat(app.examples()).extracting(LabelledExample::getSource).containsExactly("mallory");

    app.ask("e1", "where?");
    assertThat(app.examples()).extracting(LabelledExample::getText).containsExactly("where?");
  }

  @Test
  void aRepeatedQuestionRepeatsNoExample() {
    app.ask("e1", "where?");
    app.correct(says("ann", "e1", "place", NOON));
    app.ask("e1", "where?");

    assertThat(app.examples()).hasSize(1);
  }

  @Test
  void bytesThatAreNoFeedbackGoToTheDeadLetters() {
    byte[] bytes = "no feedback".getBytes(UTF_8);
    app.send("feedback", bytes);

    assertThat(app.deadLetters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.getStage()).isEqualTo("decode");
              assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(bytes));
              assertThat(letter.getMessage()).contains("expected").doesNotContain("\n");
              assertThat(letter.getFailedAt()).isEqualTo(Harness.START);
            });
  }

  @Test
  void aTombstoneIsNoFeedback() {
    app.send("feedback", null);

    DeadLetter letter = app.deadLetters().get(0);
    assertThat(letter.getStage()).isEqualTo("validate");
    assertThat(letter.getValueSize()).isEqualTo(-1);
    assertThat(letter.getValue()).isNull();
  }

  static Stream<Arguments> unusable() {
    return Stream.of(
        Arguments.of("event id is blank", says("ann", "", "place", NOON)),
        Arguments.of("task is blank", says("ann", "e1", " ", one("place"), NOON, false)),
        Arguments.of("task has a control", says("ann", "e1", "a\0b", one("place"), NOON, false)),
        Arguments.of("label is blank", says("ann", "e1", " ", NOON)),
        Arguments.of("id is too long", says("ann", "e".repeat(1025), "place", NOON)),
        Arguments.of("source is too long", says("a".repeat(1025), "e1", "place", NOON)),
        Arguments.of("text is blank", withText("ann", "e1", "place", NOON, " ")),
        Arguments.of("score is NaN", of("mood", new Score(Double.NaN))),
        Arguments.of("label is blank", of("tags", new SeveralLabels(List.of(one("a"), one(""))))),
        Arguments.of("span reaches from 2 to 2", of("slots", spans(span(2, 2)))),
        Arguments.of("span reaches from 1 to 4", of("slots", spans(span(0, 2), span(1, 4)))));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void feedbackThatNothingCanBeLearntFromGoesToTheDeadLetters(String why, Feedback said) {
    app.ask("e1", "where?");
    app.correct(said);

    assertThat(app.deadLetters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.getStage()).isEqualTo("validate");
              assertThat(letter.getErrorClass())
                  .isEqualTo(InvalidFeedbackException.class.getName());
              assertThat(letter.getMessage()).contains(why).contains("expected");
            });
    assertThat(app.examples()).isEmpty();
  }

  @Test
  void whatIsNoQuestionOrLabelIsLeftOut() {
    app.send("questions", "no question".getBytes(UTF_8));
    app.send("questions", null);
    app.send("labels.intent", "no label".getBytes(UTF_8));
    app.ask("e1", "where?");
    app.correct(says("ann", "e1", "place", NOON));

    assertThat(app.examples()).hasSize(1);
    assertThat(app.deadLetters()).isEmpty();
  }

  @Test
  void aRecordTooLongForTheInternalTopicsIsCutIntoADeadLetter() {
    try (Harness small = small()) {
      byte[] bytes = small.correct(withText("ann", "e1", "place", NOON, "x".repeat(20_000)));

      DeadLetter letter = small.deadLetters().get(0);
      assertThat(letter.getStage()).isEqualTo("validate");
      assertThat(letter.getTruncated()).isTrue();
      assertThat(letter.getValueSize()).isEqualTo(bytes.length);
      assertThat(letter.getValue().remaining()).isEqualTo(5_000);
    }
  }

  @Test
  void anEventTakesNoMoreThanARecordHolds() {
    try (Harness small = small()) {
      small.ask("e1", "where?");
      for (int i = 0; i < 5; i++) {
        small.correct(withText("s" + i, "e1", "place", NOON, "x".repeat(4_500)));
      }

      assertThat(small.examples()).hasSize(4);
      assertThat(small.deadLetters())
          .singleElement()
          .satisfies(letter -> assertThat(letter.getMessage()).startsWith("too much is known"));
    }
  }

  @Test
  void timesInRecordsDoNotMatter() {
    app.ask("e1", "where?");
    app.correct(says("ann", "e1", "place", LONG_AGO));

    assertThat(app.examples()).hasSize(1);
  }

  private Harness small() {
    return Harness.start(
        directory.resolve("small"),
        new JoinSettings(TIME_TO_LIVE, 0.5, 20_000),
        QualitySettings.of(3));
  }

  private static Feedback of(String task, Object value) {
    return says("ann", "e1", task, value, NOON, false);
  }

  private static Spans spans(LabelledSpan... spans) {
    return new Spans(List.of(spans));
  }

  private static LabelledSpan span(int start, int end) {
    return new LabelledSpan(start, end, "place", null);
  }
}
