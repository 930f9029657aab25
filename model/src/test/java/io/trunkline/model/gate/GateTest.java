package io.trunkline.model.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.Tagger;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.gate.Comparison.Examples;
import io.trunkline.model.gate.Comparison.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Texts are a right label and a number, such as "a 17"; models are wrong of the numbers a test
 * says.
 */
class GateTest {
  private static final List<String> OLD = List.of("a", "b");
  private static final List<String> GROWN = List.of("a", "b", "new");

  private final Gate gate = new Gate(GateSettings.defaults());

  @Test
  void aModelIsNotBetterThanItself() {
    GateReport report =
        gate.compare(wrongFrom(360), wrongFrom(360), texts("a", 400), texts("b", 400));

    assertThat(report.accepted()).isFalse();
    assertThat(report.reason()).isEqualTo("nothing is better by its own interval");
    assertThat(report.comparisons()).hasSize(6).allMatch(Comparison::holds);
    Comparison task = find(report, null, Examples.HOLD_OUT, Measure.SCORE);
    assertThat(task.champion()).isEqualTo(0.9);
    assertThat(task.lower()).isCloseTo(-2.7055 / 402.7055, within(1e-5));
    assertThat(task.upper()).isCloseTo(2.7055 / 402.7055, within(1e-5));
  }

  @Test
  void aClearlyBetterOneIsAccepted() {
    GateReport report = gate.compare(wrongFrom(300), wrongFrom(380), texts("a", 400), List.of());

    assertThat(report.accepted()).isTrue();
    assertThat(report.reason())
        .startsWith("better: task kind on 400 hold-out texts, 0.9500 against 0.7500, difference");
    assertThat(find(report, null, Examples.HOLD_OUT, Measure.SCORE).lower()).isBetween(0.1, 0.2);
  }

  @Test
  void oneThatMayBeWorseIsRejected() {
    GateReport report = gate.compare(wrongFrom(380), wrongFrom(376), texts("a", 400), List.of());

    assertThat(report.accepted()).isFalse();
    assertThat(report.reason())
        .startsWith("may be worse: task kind on 400 hold-out texts, 0.9400 against 0.9500");
  }

  @Test
  void aHandfulOfHeldOutTextsIsComparedTogetherWithTheGoldenOnes() {
    GateReport report =
        gate.compare(wrongFrom(300), wrongFrom(380), texts("a", 20), texts("b", 400));

    assertThat(report.accepted()).isTrue();
    assertThat(find(report, null, Examples.BOTH, Measure.SCORE).texts()).isEqualTo(420);
  }

  @Test
  void aHandfulOfHeldOutTextsCanShowThatSomethingIsBetter() {
    List<Example> heldOut = texts("a", 529).subList(500, 529);

    GateReport report =
        gate.compare(wrongFrom(500), wrongFrom(530), heldOut, texts("b", 1_400).subList(0, 400));

    assertThat(report.accepted()).isTrue();
    assertThat(report.reason()).startsWith("better: task kind on 29 hold-out texts");
  }

  @Test
  void fewTextsCannotShowThatNothingIsLost() {
    List<Example> examples = texts("a", 132);

    GateReport few = gate.compare(wrongFrom(132), wrongFrom(132), examples, List.of());

    assertThat(few.reason()).startsWith("may be worse").endsWith("; it takes 133 texts to tell");
    assertThat(gate.compare(wrongFrom(133), wrongFrom(133), texts("a", 133), List.of()).reason())
        .isEqualTo("nothing is better by its own interval");
  }

  @Test
  void aLossOnGoldenTextsIsCaughtThoughTheHoldOutSetImproves() {
    Tagger candidate = wrong(OLD, text -> text.startsWith("b ") && number(text) % 10 == 0);

    GateReport report = gate.compare(wrongFrom(300), candidate, texts("a", 400), texts("b", 250));

    assertThat(find(report, null, Examples.HOLD_OUT, Measure.SCORE).better()).isTrue();
    assertThat(report.accepted()).isFalse();
    assertThat(report.reason()).startsWith("worse: task kind on 250 golden texts, 0.9000 against");
  }

  /** The task is better by 16 points, and half of a label's 30 texts are lost. */
  @Test
  void aLabelThatIsLostIsCaughtThoughItsTaskIsBetter() {
    Tagger candidate = wrong(OLD, text -> text.startsWith("b ") && number(text) % 2 == 0);
    List<Example> examples =
        Stream.concat(texts("a", 500).stream(), texts("b", 30).stream()).toList();

    GateReport report = gate.compare(wrongFrom(400), candidate, examples, List.of());

    assertThat(find(report, null, Examples.HOLD_OUT, Measure.SCORE).better()).isTrue();
    assertThat(report.accepted()).isFalse();
    assertThat(report.reason()).startsWith("worse: label b of task kind on 30 hold-out texts");
  }

  @Test
  void aLabelThatLosesATextOrTwoIsNot() {
    Tagger candidate = wrong(OLD, text -> text.startsWith("b ") && number(text) < 2);
    List<Example> examples =
        Stream.concat(texts("a", 500).stream(), texts("b", 30).stream()).toList();

    GateReport report = gate.compare(wrongFrom(400), candidate, examples, List.of());

    assertThat(find(report, "b", Examples.HOLD_OUT, Measure.SCORE).lower()).isLessThan(-0.02);
    assertThat(report.accepted()).isTrue();
  }

  @Test
  void aLabelWithFewTextsIsNotComparedByItself() {
    List<Example> examples =
        Stream.concat(texts("a", 200).stream(), texts("b", 29).stream()).toList();

    assertThat(gate.compare(wrongFrom(300), wrongFrom(300), examples, List.of()).comparisons())
        .extracting(Comparison::label)
        .contains("a")
        .doesNotContain("b");
  }

  /** It takes first place in some texts of old labels, and gets its own texts right. */
  @Test
  void aNewLabelThatEarnsMoreThanItTakesIsAccepted() {
    Tagger candidate = taking(text -> text.startsWith("new ") || number(text) % 100 == 0);
    List<Example> examples =
        Stream.concat(texts("a", 400).stream(), texts("new", 40).stream()).toList();

    GateReport report = gate.compare(wrongFrom(500), candidate, examples, texts("b", 400));

    Comparison known = find(report, null, Examples.HOLD_OUT, Measure.SCORE);
    assertThat(known.texts()).isEqualTo(400);
    assertThat(known.candidate()).isEqualTo(1);
    Comparison served = find(report, null, Examples.HOLD_OUT, Measure.SERVED);
    assertThat(served.texts()).isEqualTo(440);
    assertThat(served.champion()).isCloseTo(400 / 440.0, within(1e-12));
    assertThat(served.candidate()).isCloseTo(436 / 440.0, within(1e-12));
    assertThat(find(report, "new", Examples.HOLD_OUT, Measure.SCORE).champion()).isZero();
    assertThat(find(report, "new", Examples.HOLD_OUT, Measure.SCORE).better()).isTrue();
    assertThat(report.accepted()).as(report.reason()).isTrue();
    assertThat(report.answers()).isEqualTo(Map.of("kind", Map.of("a", 396, "new", 44)));
  }

  @Test
  void aNewLabelThatTakesMoreThanItEarnsIsRejected() {
    Tagger candidate = taking(text -> text.startsWith("new ") || number(text) % 5 == 0);
    List<Example> examples =
        Stream.concat(texts("a", 400).stream(), texts("new", 30).stream()).toList();

    GateReport report = gate.compare(wrongFrom(500), candidate, examples, List.of());

    assertThat(find(report, null, Examples.HOLD_OUT, Measure.SCORE).candidate()).isEqualTo(1);
    assertThat(report.accepted()).isFalse();
    assertThat(report.reason()).startsWith("worse: task kind with its new labels on 430 hold-out");
  }

  @Test
  void aTaskThatTheChampionLacksCanOnlyBeBetter() {
    Scripted candidate = wrongFrom(500).answering("mood", List.of("good"), text -> List.of("good"));
    List<Example> examples =
        texts("a", 200).stream()
            .map(
                example ->
                    new Example(
                        "",
                        example.text(),
                        Map.of(
                            "kind", new LabelValue.One("a"),
                            "mood", new LabelValue.One("good"))))
            .toList();

    GateReport report = gate.compare(wrongFrom(500), candidate, examples, List.of());

    assertThat(report.accepted()).isTrue();
    assertThat(report.reason()).startsWith("better: task mood on 200 hold-out texts");
  }

  @Test
  void aTaskThatTheCandidateLacksIsLost() {
    Scripted champion = wrongFrom(500).answering("mood", List.of("good"), text -> List.of("good"));
    List<Example> examples =
        List.of(new Example("", "a 1", Map.of("mood", new LabelValue.One("good"))));

    GateReport report = gate.compare(champion, wrongFrom(500), examples, List.of());

    assertThat(report.accepted()).isFalse();
    assertThat(report.reason()).contains("worse: task mood on 1 hold-out texts, 0.0000 against 1");
  }

  @Test
  void saysOfWhatItCannotJudge() {
    Scripted champion = wrongFrom(300).answering("mood", List.of("good"), text -> List.of("good"));
    Scripted candidate = wrongFrom(380).answering("mood", List.of("good"), text -> List.of("good"));
    List<Example> examples = new ArrayList<>(texts("a", 400));
    examples.add(new Example("", "a 0", Map.of("kind", new LabelValue.Score(1))));

    GateReport report = gate.compare(champion, candidate, examples, List.of());

    assertThat(report.accepted()).isTrue();
    assertThat(report.reason())
        .endsWith(
            "; not compared, for want of labelled texts: mood"
                + "; 1 values of another kind than their task left out");
    assertThat(find(report, null, Examples.HOLD_OUT, Measure.SCORE).texts()).isEqualTo(400);
  }

  @Test
  void numbersAndSpansAreComparedToo() {
    Task price = new Task("price", TaskKind.SCORE, List.of());
    Task where = new Task("where", TaskKind.SPANS, List.of("here"));
    Prediction nothing = new Prediction.Spans("where", List.of(), false);
    List<Example> examples =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    new Example(
                        "",
                        "a " + i,
                        Map.of(
                            "price", new LabelValue.Score(i % 2 * 2),
                            "where", new LabelValue.Several(List.of()))))
            .toList();

    GateReport report =
        gate.compare(
            new Scripted().answering(where, text -> nothing).answering(price, text -> price(1)),
            new Scripted()
                .answering(where, text -> nothing)
                .answering(price, text -> price(number(text) % 2 * 2)),
            examples,
            List.of());

    assertThat(report.accepted()).isTrue();
    assertThat(report.comparisons()).extracting(Comparison::task).containsExactly("price", "where");
    // Two deviations of 0 and 2 are 2, and 1 errs by 1.
    assertThat(report.comparisons().get(0).champion()).isEqualTo(0.5);
    assertThat(report.comparisons().get(0).candidate()).isEqualTo(1);
    assertThat(report.answers()).isEqualTo(Map.of("where", Map.of(GateReport.NO_LABEL, 200)));
  }

  @Test
  void withoutExamplesNothingIsBetter() {
    GateReport report = gate.compare(wrongFrom(0), wrongFrom(9), List.of(), List.of());

    assertThat(report.accepted()).isFalse();
    assertThat(report.reason())
        .isEqualTo(
            "nothing is better by its own interval; not compared, for want of labelled texts: kind");
  }

  @Test
  void probabilitiesThatAreNoNumbersAreRejected() {
    Prediction broken =
        new Prediction.OneLabel(
            "kind",
            List.of(new ScoredLabel("a", Double.NaN), new ScoredLabel("b", Double.NaN)),
            false);
    Scripted candidate =
        new Scripted().answering(new Task("kind", TaskKind.SINGLE_LABEL, OLD), text -> broken);

    GateReport report = gate.compare(wrongFrom(300), candidate, texts("a", 400), List.of());

    assertThat(find(report, null, Examples.HOLD_OUT, Measure.SCORE).better()).isTrue();
    assertThat(report.accepted()).isFalse();
    assertThat(report.reason()).startsWith("may be worse: task kind by Brier score");
  }

  @Test
  void refusesATaskOfTwoKinds() {
    Scripted other =
        new Scripted().answering(new Task("kind", TaskKind.SCORE, List.of()), text -> price(1));

    assertThatThrownBy(() -> gate.compare(wrongFrom(0), other, List.of(), List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("task kind is single-label in the champion and score in the candidate");
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThatThrownBy(() -> new GateSettings(0, 0.95, 30))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("the gate's margin is 0.0, expected above 0 and below 1");
  }

  private static List<Example> texts(String label, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Example("", label + " " + i, Map.of("kind", new LabelValue.One(label))))
        .toList();
  }

  /** Right of texts with smaller numbers. */
  private static Scripted wrongFrom(int number) {
    return wrong(OLD, text -> number(text) >= number);
  }

  private static Scripted wrong(List<String> labels, Predicate<String> wrong) {
    return new Scripted()
        .answering(
            "kind",
            labels,
            text -> wrong.test(text) != text.startsWith("a ") ? OLD : List.of("b", "a"));
  }

  /** Knows a label more, which it puts first in some texts; right of all others. */
  private static Tagger taking(Predicate<String> taken) {
    return new Scripted()
        .answering(
            "kind",
            GROWN,
            text -> {
              List<String> old = text.startsWith("b ") ? List.of("b", "a") : OLD;
              List<String> ranking = new ArrayList<>(old);
              ranking.add(taken.test(text) ? 0 : 2, "new");
              return ranking;
            });
  }

  private static int number(String text) {
    return Integer.parseInt(text.substring(text.indexOf(' ') + 1));
  }

  private static Prediction price(double number) {
    return new Prediction.Score("price", number, false);
  }

  private static Comparison find(
      GateReport report, @Nullable String label, Examples examples, Measure measure) {
    return report.comparisons().stream()
        .filter(one -> Objects.equals(one.label(), label))
        .filter(one -> one.examples() == examples && one.measure() == measure)
        .findFirst()
        .orElseThrow();
  }
}
