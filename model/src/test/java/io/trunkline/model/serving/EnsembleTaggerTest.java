package io.trunkline.model.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Prediction;
import io.trunkline.model.Prediction.OneLabel;
import io.trunkline.model.Prediction.SeveralLabels;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.ScoredSpan;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.Text;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EnsembleTaggerTest {
  private static final Task TASK = new Task("task", TaskKind.SINGLE_LABEL, List.of("a", "b"));

  @Test
  void averagesProbabilities() {
    Prediction together = together(Combination.AVERAGE, one(0.75), one(0.375), one(0.375));

    assertThat(together)
        .isEqualTo(new OneLabel("task", List.of(label("a", 0.5), label("b", 0.5)), false));
  }

  @Test
  void votesForTheBest() {
    Prediction together = together(Combination.VOTE, one(1.0), one(0.375), one(0.375));

    assertThat(together)
        .isEqualTo(new OneLabel("task", List.of(label("b", 2 / 3.0), label("a", 1 / 3.0)), false));
  }

  @Test
  void equallyManyVotesGoByTheProbabilities() {
    assertThat(((OneLabel) together(Combination.VOTE, one(0.1), one(0.6))).best().label())
        .isEqualTo("b");
    assertThat(((OneLabel) together(Combination.VOTE, one(0.4), one(0.9))).best().label())
        .isEqualTo("a");
  }

  @Test
  void abstainsIfMostAbstain() {
    Prediction yes = new OneLabel("task", List.of(label("a", 1)), false);
    Prediction no = new OneLabel("task", List.of(label("a", 1)), true);

    assertThat(together(Combination.AVERAGE, yes, no, no).abstained()).isTrue();
    assertThat(together(Combination.AVERAGE, yes, no).abstained()).isFalse();
  }

  @Test
  void ofSeveralLabelsHoldThoseThatMostModelsSay() {
    Prediction ab = several(List.of(label("a", 0.75), label("b", 0.5)), List.of());
    Prediction a = several(List.of(label("a", 0.25)), List.of(label("b", 0.125)));
    Prediction none = several(List.of(), List.of(label("a", 0.125), label("b", 0.125)));

    assertThat(together(Combination.AVERAGE, ab, a, none))
        .isEqualTo(several(List.of(label("a", 1.125 / 3)), List.of(label("b", 0.25))));
  }

  @Test
  void aLabelIsUpToTheModelsThatKnowIt() {
    Prediction old = several(List.of(), List.of(label("a", 0.25)));
    Prediction grown = several(List.of(label("b", 0.75)), List.of(label("a", 0.25)));
    assertThat(together(Combination.VOTE, old, grown)).isEqualTo(grown);

    Prediction sure = new OneLabel("task", List.of(label("a", 0.9), label("b", 0.1)), false);
    Prediction other = new OneLabel("task", List.of(label("c", 0.9), label("a", 0.1)), false);
    // a 0.5, b 0.1, c 0.9, of 1.5
    assertThat(((OneLabel) together(Combination.AVERAGE, sure, other)).ranking())
        .extracting(ScoredLabel::label)
        .containsExactly("c", "a", "b");
    assertThat(((OneLabel) together(Combination.AVERAGE, sure, other)).best().score())
        .isCloseTo(0.6, within(1e-12));
  }

  @Test
  void spansHoldThatMostModelsSayExactly() {
    Prediction one = spans(new ScoredSpan(0, 4, "x", 0.75), new ScoredSpan(5, 9, "x", 0.5));
    Prediction two = spans(new ScoredSpan(5, 8, "x", 0.5));
    Prediction three = spans(new ScoredSpan(0, 4, "x", 0.5), new ScoredSpan(5, 9, "y", 0.5));

    assertThat(together(Combination.VOTE, one, two, three))
        .isEqualTo(spans(new ScoredSpan(0, 4, "x", 1.25 / 3)));
  }

  @Test
  void averagesScores() {
    assertThat(
            together(
                Combination.VOTE,
                new Prediction.Score("task", 1, false),
                new Prediction.Score("task", 4, false)))
        .isEqualTo(new Prediction.Score("task", 2.5, false));
  }

  @Test
  void answersTheTasksOfAllMembersAndWhatOneAloneAnswersAsItDoes() {
    Task other = new Task("other", TaskKind.SINGLE_LABEL, List.of("c"));
    Task more = TASK.withLabels(List.of("b", "d"));
    Prediction c = new OneLabel("other", List.of(label("c", 0.9)), true);
    Tagger ensemble =
        Taggers.ensemble(
            List.of(
                new Says(List.of(TASK), List.of(one(0.75)), 1),
                new Says(List.of(other, more), List.of(c, one(0.25)), 2)),
            Combination.VOTE);

    assertThat(ensemble.tasks()).containsExactly(TASK.withLabels(List.of("a", "b", "d")), other);
    Tagging tagged = ensemble.tag(List.of(Text.of("x"))).get(0);
    assertThat(tagged.predictions()).hasSize(2).element(1).isEqualTo(c);
    assertThat(tagged.outOfScope()).isEqualTo(1.5);
  }

  @Test
  void refusesATaskOfTwoKinds() {
    Task score = new Task("task", TaskKind.SCORE, List.of());

    assertThatThrownBy(
            () ->
                Taggers.ensemble(
                    List.of(
                        new Says(List.of(TASK), List.of(), 0),
                        new Says(List.of(score), List.of(), 0)),
                    Combination.AVERAGE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("task task is single-label in one model and score in another");
  }

  private static Prediction together(Combination combination, Prediction... answers) {
    List<Tagger> members =
        Stream.of(answers).<Tagger>map(a -> new Says(List.of(TASK), List.of(a), 0)).toList();
    return Taggers.ensemble(members, combination)
        .tag(List.of(Text.of("x")))
        .get(0)
        .predictions()
        .get(0);
  }

  private static Prediction one(double a) {
    List<ScoredLabel> ranking =
        a >= 0.5
            ? List.of(label("a", a), label("b", 1 - a))
            : List.of(label("b", 1 - a), label("a", a));
    return new OneLabel("task", ranking, false);
  }

  private static Prediction several(List<ScoredLabel> labels, List<ScoredLabel> others) {
    return new SeveralLabels("task", labels, others, false);
  }

  private static Prediction spans(ScoredSpan... spans) {
    return new Prediction.Spans("task", Arrays.asList(spans), false);
  }

  private static ScoredLabel label(String label, double score) {
    return new ScoredLabel(label, score);
  }

  /** Says the same of every text. */
  private record Says(List<Task> tasks, List<Prediction> answers, double outOfScope)
      implements Tagger {
    @Override
    public List<Tagging> tag(List<Text> texts) {
      return texts.stream().map(text -> new Tagging(answers, outOfScope)).toList();
    }

    @Override
    public void close() {}
  }
}
