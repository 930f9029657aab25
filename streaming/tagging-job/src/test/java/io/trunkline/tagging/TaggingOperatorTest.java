package io.trunkline.tagging;

import static io.trunkline.tagging.models.Announcements.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.ModelVersion;
import io.trunkline.model.Prediction;
import io.trunkline.model.Prediction.OneLabel;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.ScoredSpan;
import io.trunkline.model.Text;
import io.trunkline.tagging.models.FakeModels;
import io.trunkline.tagging.records.Label;
import io.trunkline.tagging.records.Rejected;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batching, event time and poison texts; of models see {@link ModelSwitchingTest}. */
final class TaggingOperatorTest {
  private static final long START = 1_000;

  private final FakeModels models = new FakeModels();
  private TaggingHarness operator;

  @BeforeEach
  void open() throws Exception {
    operator = TaggingHarness.of(models);
    operator.setProcessingTime(START);
    operator.opened();
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void tagsABatchWhenItIsFull() throws Exception {
    operator.ask("a", "b");
    assertThat(operator.tagged()).isEmpty();

    operator.ask("c", "d");
    assertThat(operator.tagged()).containsExactly("a", "b", "c");
  }

  @Test
  void tagsABatchWhenItsTextsAreLongEnough() throws Exception {
    String half = "x".repeat(TaggingHarness.MAX_CHARACTERS / 2);
    operator.ask(half);
    assertThat(operator.tagged()).isEmpty();

    operator.ask(half, half);
    assertThat(operator.tagged()).containsExactly(half, half);
  }

  @Test
  void tagsABatchWhenItsFirstQuestionHasWaitedLongEnough() throws Exception {
    operator.ask("a");
    operator.setProcessingTime(START + 5);
    operator.ask("b");

    operator.setProcessingTime(START + 9);
    assertThat(operator.tagged()).isEmpty();
    operator.setProcessingTime(START + 10);
    assertThat(operator.tagged()).containsExactly("a", "b");
  }

  @Test
  void theDeadlineOfABatchTaggedBeforeDoesNotCutTheNextOneShort() throws Exception {
    operator.ask("a", "b", "c");
    operator.setProcessingTime(START + 5);
    operator.ask("d");

    operator.setProcessingTime(START + 14);
    assertThat(operator.tagged()).containsExactly("a", "b", "c");
    operator.setProcessingTime(START + 15);
    assertThat(operator.tagged()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void tagsWhatItHoldsBeforeABarrier() throws Exception {
    operator.ask("a");
    operator.prepareSnapshotPreBarrier(1);
    assertThat(operator.tagged()).containsExactly("a");
  }

  @Test
  void tagsWhatItHoldsWhenTheQuestionsEnd() throws Exception {
    operator.ask("a");
    operator.operator().endInput(2);
    assertThat(operator.tagged()).isEmpty();

    operator.operator().endInput(1);
    assertThat(operator.tagged()).containsExactly("a");
  }

  @Test
  void labelsTellWhoMadeThemAndWhen() throws Exception {
    operator.ask("a", "b", "c", "d");
    operator.setProcessingTime(START + 10);

    ModelVersion version = new ModelVersion(digest('3'), 3);
    List<ScoredLabel> ranking =
        List.of(new ScoredLabel("3 says d", 0.6), new ScoredLabel("second", 0.3));
    assertThat(operator.labels())
        .hasSize(8)
        .endsWith(
            new Label("d", new OneLabel("intent", ranking, false), 0.25, version, 0, 1, START + 10),
            new Label(
                "d", new OneLabel("subject", ranking, false), 0.25, version, 0, 1, START + 10));
  }

  @Test
  void emitsOnlyThePipelinesTasks() throws Exception {
    try (TaggingHarness one = TaggingHarness.of(models, "subject")) {
      one.open();
      one.ask("a", "b", "c");
      assertThat(one.labels()).extracting(Label::task).containsOnly("subject").hasSize(3);
    }
  }

  @Test
  void severalLabelsKeepTheAlternativesThatThePipelineAsksForAndTheirDoubt() throws Exception {
    assertThat(answer("needs", Text.of("a")))
        .isEqualTo(
            new Prediction.SeveralLabels(
                "needs",
                List.of(new ScoredLabel("3 says a", 0.6)),
                List.of(new ScoredLabel("second", 0.3)),
                true));
  }

  @Test
  void spansAreEmittedAsTheyAre() throws Exception {
    assertThat(answer("marks", Text.of("abc")))
        .isEqualTo(new Prediction.Spans("marks", List.of(new ScoredSpan(0, 3, "all", 0.5)), false));
  }

  @Test
  void theModelIsGivenTheAttributesOfAQuestion() throws Exception {
    assertThat(answer("grade", new Text("a", Map.of("grade", "7"))))
        .isEqualTo(new Prediction.Score("grade", 7, false));
  }

  private Prediction answer(String task, Text text) throws Exception {
    try (TaggingHarness one = TaggingHarness.of(models, task)) {
      one.open();
      one.ask("id", text);
      one.prepareSnapshotPreBarrier(1);
      assertThat(one.labels()).hasSize(1);
      return one.labels().get(0).prediction();
    }
  }

  @Test
  void aWatermarkWaitsForTheQuestionsBeforeIt() throws Exception {
    operator.ask("a");
    operator.operator().processWatermark1(new Watermark(50));
    assertThat(operator.getOutput()).isEmpty();

    operator.ask("b", "c", "d");
    assertThat(operator.tagged()).containsExactly("a", "b", "c");
    assertThat(operator.getOutput()).last().isEqualTo(new Watermark(50));
  }

  @Test
  void aWatermarkPassesAtOnceWhereNoQuestionIsHeld() throws Exception {
    operator.operator().processWatermark1(new Watermark(50));
    assertThat(operator.getOutput()).containsExactly(new Watermark(50));
  }

  @Test
  void announcementsNeitherHoldNorMoveEventTime() throws Exception {
    operator.operator().processWatermark2(new Watermark(99));
    operator.operator().processWatermarkStatus2(WatermarkStatus.IDLE);
    operator.operator().processWatermark1(new Watermark(50));
    assertThat(operator.getOutput()).containsExactly(new Watermark(50));
  }

  @Test
  void questionsGoAheadOfTheWordThatTheirStreamIsIdle() throws Exception {
    operator.ask("a");
    operator.operator().processWatermark1(new Watermark(50));
    operator.operator().processWatermarkStatus1(WatermarkStatus.IDLE);

    assertThat(operator.getOutput()).hasSize(4).endsWith(new Watermark(50), WatermarkStatus.IDLE);
  }

  @Test
  void labelsCarryTheEventTimeOfTheQuestion() throws Exception {
    operator.ask("a", "b", "c");
    assertThat(operator.getOutput())
        .allSatisfy(
            record ->
                assertThat(((StreamRecord<?>) record).getTimestamp())
                    .isEqualTo(TaggingHarness.EVENT_TIME));
  }

  @Test
  void onePoisonTextIsRejectedAndTheOthersAreTagged() throws Exception {
    operator.ask("a", "poison", "c");

    assertThat(operator.tagged()).containsExactly("a", "c");
    assertThat(operator.rejected())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(
            new Rejected(
                TaggingHarness.origin("poison"),
                Rejected.Stage.TAG,
                "java.lang.IllegalArgumentException",
                "cannot read 'poison'"));
  }

  @Test
  void aPoisonTextAloneInItsBatchIsRejectedToo() throws Exception {
    operator.ask("poison");
    operator.prepareSnapshotPreBarrier(1);
    operator.ask("a", "b", "c");

    assertThat(operator.rejected()).hasSize(1);
    assertThat(operator.tagged()).containsExactly("a", "b", "c");
  }

  @Test
  void aModelThatCannotTagAnythingFailsTheJobRatherThanRejectEverything() throws Exception {
    try (TaggingHarness broken = TaggingHarness.startingWith(3, FakeModels.TAGS_NOTHING, models)) {
      broken.open();
      assertThatThrownBy(() -> broken.ask("a", "b", "c"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(broken.rejected()).isEmpty();
    }
  }
}
