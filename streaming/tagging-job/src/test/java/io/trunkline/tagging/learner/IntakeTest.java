package io.trunkline.tagging.learner;

import static io.trunkline.tagging.learner.LearnerHarness.CROWD;
import static io.trunkline.tagging.learner.LearnerHarness.EXPERT;
import static io.trunkline.tagging.learner.LearnerHarness.textOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue.One;
import io.trunkline.schemas.avro.LabelledExample;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.Score;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.models.FakeModels;
import io.trunkline.tagging.records.Rejected;
import io.trunkline.tagging.records.Signal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which corrections are learnt, and as what. */
@Timeout(60)
final class IntakeTest {
  private static final OneLabel SECOND = new OneLabel("second", null);
  private static final OneLabel THIRD = new OneLabel("third", null);

  private final FakeRounds rounds = new FakeRounds();
  private LearnerHarness learner;

  @BeforeEach
  void open() throws Exception {
    learner = LearnerHarness.of(rounds, new FakeModels()).opened();
  }

  @AfterEach
  void close() throws Exception {
    learner.close();
  }

  @Test
  void whatOneSourceSaysOfOneEventIsOneExample() throws Exception {
    learner.correct("e", "", "second", 0);
    learner.example("e", textOf("e", false), "", Map.of("subject", THIRD), 0);
    learner.example("f", textOf("f", false), CROWD, Map.of("intent", SECOND, "subject", SECOND), 0);

    assertThat(run().fresh())
        .extracting(Example::id, Example::labels)
        .containsExactly(
            tuple("crowd:f", Map.of("intent", new One("second"), "subject", new One("second"))),
            tuple("e", Map.of("intent", new One("second"), "subject", new One("third"))));
    assertThat(learner.rounds().get(0).getCorrections()).isEqualTo(4);
  }

  @Test
  void theLatestWordOfOneSourceOnOneTaskHolds() throws Exception {
    learner.correct("e", CROWD, "second", 10);
    learner.correct("e", CROWD, "third", 20);
    learner.correct("e", CROWD, "second", 15);
    learner.correct("e", EXPERT, "second", 5);
    learner.correct("f", 0, 2);

    assertThat(run().fresh())
        .filteredOn(example -> example.id().endsWith(":e"))
        .extracting(Example::id, Example::labels)
        .containsExactly(
            tuple("crowd:e", Map.of("intent", new One("third"))),
            tuple("expert:e", Map.of("intent", new One("second"))));
    assertThat(learner.metric("accepted")).isEqualTo(5);
    assertThat(learner.metric("replaced")).isEqualTo(1);
    assertThat(learner.metric("outdated")).isEqualTo(1);
  }

  @Test
  void aLaterWordOnWhatWasLearntIsNew() throws Exception {
    learner.correct("e", 0, 4);
    run();
    learner.readBack(4);
    learner.correct("e0", CROWD, "third", 1);
    learner.correct("f", 0, 3);
    learner.await(() -> learner.rounds().size() == 2);
    assertThat(learner.rounds().get(1).getCorrections()).isEqualTo(4);
  }

  @Test
  void aLaterWordTakesTheHeldOutOnesPlace() throws Exception {
    learner.correctHeldOut("h", EXPERT);
    learner.example("h", textOf("h", true), EXPERT, Map.of("intent", THIRD), 1);
    learner.correct("e", 0, 4);
    run();
    assertThat(rounds.runs().get(0).heldOut())
        .singleElement()
        .extracting(Example::labels)
        .isEqualTo(Map.of("intent", new One("third")));
  }

  @Test
  void whereNobodyIsTrustedAllIsLearnt() throws Exception {
    String nobody = LearnerHarness.SETTINGS.replace("[expert]", "[]");
    try (LearnerHarness trusting = LearnerHarness.of(nobody, rounds, new FakeModels()).opened()) {
      trusting.correctHeldOut("h", EXPERT);
      assertThat(trusting.metric("accepted")).isEqualTo(1);
      assertThat(trusting.metric("heldOut")).isZero();
    }
  }

  @Test
  void whatTheModelCannotLearnIsADeadLetter() throws Exception {
    learner.example("e", textOf("e", false), CROWD, Map.of("intent", new Score(1.0)), 0);
    learner.correct("e", CROWD, "fourth", 0);
    learner.example("e", textOf("e", false), CROWD, Map.of("taste", SECOND), 0);
    learner.example("e", textOf("e", false), CROWD, Map.of("grade", new Score(Double.NaN)), 0);
    learner.example("e", " ", CROWD, Map.of("intent", SECOND), 0);
    learner.example("e", "text", CROWD, Map.of(), 0);

    assertThat(learner.rejected())
        .extracting(Rejected::message)
        .containsExactly(
            "the value of task intent is score, expected single-label",
            "the label 'fourth' is none of task intent, which takes no new ones",
            "there is no task 'taste', expected grade, intent, marks, needs, subject",
            "the value of task grade is wrong, expected a finite number",
            "the text is blank, expected one to learn from",
            "there are no labels, expected at least one");
    assertThat(learner.rejected()).extracting(Rejected::stage).containsOnly(Rejected.Stage.LEARN);
    assertThat(learner.metric("rejected")).isEqualTo(6);
    assertThat(learner.metric("accepted")).isZero();
  }

  @Test
  void onlyTheLabelThatCannotBeLearntIsADeadLetter() throws Exception {
    learner.example(
        "e",
        textOf("e", false),
        CROWD,
        Map.of("intent", SECOND, "subject", new OneLabel("fourth", null)),
        0);

    assertThat(learner.metric("accepted")).isEqualTo(1);
    LabelledExample dead =
        AvroCodec.of(LabelledExample.class).decode(learner.rejected().get(0).origin().value());
    assertThat(dead.getEventId()).isEqualTo("e");
    assertThat(dead.getLabels()).containsOnlyKeys("subject");
  }

  @Test
  void whatIsNoExampleIsADeadLetter() throws Exception {
    learner.signal(Signal.Kind.EXAMPLE, "labelled-examples", "no example".getBytes(UTF_8));
    learner.signal(Signal.Kind.EXAMPLE, "labelled-examples", null);
    learner.signal(Signal.Kind.DRIFT, "drift", "no drift".getBytes(UTF_8));
    assertThat(learner.rejected())
        .extracting(rejected -> rejected.origin().topic())
        .containsExactly("labelled-examples", "labelled-examples", "drift");
  }

  @Test
  void whatDoesNotFitInThePoolIsADeadLetter() throws Exception {
    rounds.hold();
    learner.correct("e", 0, 4);
    learner.checkpoint();
    learner.correct("f", 0, 81);
    assertThat(learner.rejected())
        .singleElement()
        .extracting(Rejected::message)
        .isEqualTo("80 corrections wait to be learnt already, expected fewer");
    assertThat(learner.metric("waiting")).isEqualTo(80);
  }

  private io.trunkline.model.learning.Round run() throws Exception {
    int before = learner.decisions().size();
    learner.checkpoint();
    learner.awaitDecision(before + 1);
    List<?> runs = rounds.runs();
    return rounds.runs().get(runs.size() - 1).round();
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }
}
