package io.trunkline.tagging.learner.probation;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.Text;
import io.trunkline.tagging.learner.examples.Correction;
import io.trunkline.tagging.records.SourceRecord;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AnswersTest {
  private static final Answers EXPECTED =
      Answers.expected(AnswerCount.of(Map.of("intent", Map.of("old", 100, "new", 100))));

  @Test
  void aNewLabelThatTheGateSawIsNoAlarm() {
    assertThat(given(EXPECTED, "old", 60, true).with(answers("new", 60, true)).shift()).isEmpty();
  }

  @Test
  void oneLabelForAllIsAnAlarm() {
    assertThat(given(EXPECTED, "new", 80, true).shift())
        .hasValue(
            "its 80 labels of intent are others than those it gave at the gate, by a total"
                + " variation of 0.500");
  }

  @Test
  void textsThatSomebodyChoseSayNothing() {
    assertThat(given(EXPECTED, "new", 80, false).shift()).isEmpty();
  }

  @Test
  void whereNoGateLetItPassNothingIsExpected() {
    assertThat(given(Answers.NOT_EXPECTED, "new", 80, true).shift()).isEmpty();
  }

  private static Answers given(Answers answers, String label, int times, boolean solicited) {
    return answers.with(answers(label, times, solicited));
  }

  private static List<Answered> answers(String label, int times, boolean solicited) {
    Correction correction =
        new Correction(
            new Correction.Key("e", "", "intent"),
            Text.of("text"),
            new LabelValue.One("old"),
            0,
            solicited,
            new SourceRecord("labelled-examples", 0, 0, null, new byte[0]));
    Prediction serving =
        new Prediction.OneLabel("intent", List.of(new ScoredLabel(label, 1)), false);
    return Collections.nCopies(times, new Answered(correction, serving, null));
  }
}
