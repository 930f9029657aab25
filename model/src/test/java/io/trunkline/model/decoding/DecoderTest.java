package io.trunkline.model.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Calibration;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.ScoredSpan;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.text.Token;
import io.trunkline.model.text.Tokenizer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecoderTest {
  private static final List<String> ABC = List.of("a", "b", "c");
  private static final Task ONE = new Task("one", TaskKind.SINGLE_LABEL, ABC);
  private static final Task SEVERAL = new Task("several", TaskKind.MULTI_LABEL, ABC);
  private static final Task SPANS = new Task("spans", TaskKind.SPANS, List.of("city", "time"));

  @Test
  void oneLabelRanksAllBySoftmax() {
    Prediction.OneLabel answer =
        (Prediction.OneLabel) decode(ONE, Calibration.NONE, log(1), log(5), log(2));

    assertThat(answer.ranking()).extracting(ScoredLabel::label).containsExactly("b", "c", "a");
    assertThat(answer.ranking().get(0).score()).isCloseTo(5 / 8.0, within(1e-7));
    assertThat(answer.ranking().get(1).score()).isCloseTo(2 / 8.0, within(1e-7));
    assertThat(answer.abstained()).isFalse();
  }

  @Test
  void temperatureTakesTheRootOfTheOdds() {
    Prediction.OneLabel answer =
        (Prediction.OneLabel) decode(ONE, calibration(2), log(1), log(9), log(4));

    assertThat(answer.best().score()).isCloseTo(3 / 6.0, within(1e-7));
  }

  @Test
  void greatLogitsDoNotOverflow() {
    Prediction.OneLabel answer = (Prediction.OneLabel) decode(ONE, Calibration.NONE, 3e38f, 0, -1);

    assertThat(answer.best()).isEqualTo(new ScoredLabel("a", 1));
  }

  @Test
  void equalLabelsStayInTheirOrder() {
    assertThat(((Prediction.OneLabel) decode(ONE, Calibration.NONE, 0, 0, 0)).ranking())
        .extracting(ScoredLabel::label)
        .containsExactly("a", "b", "c");
  }

  @Test
  void anUnsureAnswerIsAbstainedFromWithItsRankingKept() {
    float[] outputs = {log(1), log(5), log(2)};

    Prediction unsure = Decoder.of(ONE, abstainBelow(0.63)).decode(outputs, List.of());
    Prediction sure = Decoder.of(ONE, abstainBelow(0.62)).decode(outputs, List.of());

    assertThat(unsure.abstained()).isTrue();
    assertThat(((Prediction.OneLabel) unsure).ranking()).hasSize(3);
    assertThat(sure.abstained()).isFalse();
  }

  @Test
  void eachOfSeveralLabelsHasItsOwnThreshold() {
    Calibration calibration = new Calibration(1, List.of(0.7, 0.75, 0.8), 0, 0, 1);

    // Odds of 3 to 1 are a probability of 0.75.
    Prediction.SeveralLabels answer =
        (Prediction.SeveralLabels) decode(SEVERAL, calibration, log(3), log(4), log(3));

    assertThat(answer.labels()).extracting(ScoredLabel::label).containsExactly("b", "a");
    assertThat(answer.others()).extracting(ScoredLabel::label).containsExactly("c");
    assertThat(answer.others().get(0).score()).isCloseTo(0.75, within(1e-7));
    assertThat(Confidence.of(answer)).isCloseTo((0.75 + 0.8 + 0.75) / 3, within(1e-7));
  }

  @Test
  void spansAreWellFormedAndAsLikelyAsTheirTagsTogether() {
    List<Token> tokens = Tokenizer.tokenize("in New York today");
    float[] outputs = {
      log(6), 0, 0, 0, 0, 0, log(6), 0, 0, 0, 0, 0, log(6), 0, 0, log(2), 0, log(4), log(3), 0
    };

    Prediction.Spans answer =
        (Prediction.Spans) Decoder.of(SPANS, Calibration.NONE).decode(outputs, tokens);

    // All of New York today is one city: 4 beats 3 and 2.
    assertThat(answer.spans()).hasSize(1);
    assertSpan(answer.spans().get(0), 3, 17, "city", 0.6 * 0.6 * 4 / 11);
  }

  @Test
  void aSpanThatMightGoOnIsTheLessLikely() {
    List<Token> tokens = Tokenizer.tokenize("York now");
    float[] outputs = {0, log(6), 0, 0, 0, /**/ log(6), 0, log(3), 0, 0};

    Prediction.Spans answer =
        (Prediction.Spans) Decoder.of(SPANS, abstainBelow(0.5)).decode(outputs, tokens);

    assertSpan(answer.spans().get(0), 0, 4, "city", 0.6 * (1 - 3 / 12.0));
    assertThat(answer.abstained()).isTrue();
  }

  @Test
  void aSpanIsAsLikelyAsTheCurveMakesOfIt() {
    List<Token> tokens = Tokenizer.tokenize("York");
    float[] outputs = {0, log(6), 0, 0, 0};
    Calibration curved = Calibration.NONE.withCurve(List.of(new Calibration.Point(0.75, 0.5)));

    Prediction.Spans answer = (Prediction.Spans) Decoder.of(SPANS, curved).decode(outputs, tokens);

    assertSpan(answer.spans().get(0), 0, 4, "city", 0.6 * 0.5 / 0.75);
  }

  @Test
  void tokensOfOneCharacterAreInOneSpanAtTheMost() {
    // One character of the original, three tokens: 1, ⁄ and 2.
    List<Token> tokens = Tokenizer.tokenize("½ a");
    float[] outputs = {
      0, log(6), 0, 0, 0, log(6), 0, 0, 0, 0, 0, 0, 0, log(6), 0, 0, log(6), 0, 0, 0
    };

    Prediction answer = Decoder.of(SPANS, Calibration.NONE).decode(outputs, tokens);

    assertThat(answer.value())
        .isEqualTo(
            new LabelValue.Spans(
                List.of(new LabelValue.Span(0, 1, "city"), new LabelValue.Span(2, 3, "city"))));
  }

  @Test
  void whatTheTrunkDidNotReadHasNoSpans() {
    float[] time = {0, 0, 0, log(6), 0};

    Prediction tooLong =
        Decoder.of(SPANS, Calibration.NONE).decode(time, Tokenizer.tokenize("a b"));
    Prediction blank = Decoder.of(SPANS, Calibration.NONE).decode(time, List.of());

    assertThat(tooLong.value())
        .isEqualTo(new LabelValue.Spans(List.of(new LabelValue.Span(0, 1, "time"))));
    assertThat(blank.value()).isEqualTo(new LabelValue.Spans(List.of()));
    assertThat(Confidence.of(blank)).isEqualTo(1);
    Calibration always = Calibration.NONE.withAbstainBelow(Calibration.ABSTAIN_ALWAYS);
    assertThat(Decoder.of(SPANS, always).decode(time, List.of()).abstained()).isTrue();
  }

  @Test
  void aScoreIsGivenAsPeopleGaveIt() {
    Task score = new Task("score", TaskKind.SCORE, List.of());

    assertThat(decode(score, new Calibration(1, List.of(), 1, 3, 2), -0.5f))
        .isEqualTo(new Prediction.Score("score", 2, false));
  }

  @ParameterizedTest
  @EnumSource
  void outputsMayLieAmongOthers(TaskKind kind) {
    Task task = new Task("t", kind, kind == TaskKind.SCORE ? List.of() : List.of("a", "b", "c"));
    Calibration calibration = new Calibration(1, List.of(0.5, 0.5, 0.5), 0, 3, 2);
    List<Token> tokens = Tokenizer.tokenize("to York");
    int count =
        switch (kind) {
          case SINGLE_LABEL, MULTI_LABEL -> 3;
          case SCORE -> 1;
          case SPANS -> 2 * 7;
        };
    float[] among = new float[count + 5];
    for (int i = 0; i < among.length; i++) {
      among[i] = (7 * i) % 5 - 2;
    }

    Decoder decoder = Decoder.of(task, calibration);

    assertThat(decoder.decode(among, 3, 3 + count, tokens))
        .isEqualTo(decoder.decode(Arrays.copyOfRange(among, 3, 3 + count), tokens));
  }

  private static void assertSpan(ScoredSpan span, int start, int end, String label, double score) {
    assertThat(span)
        .extracting(ScoredSpan::start, ScoredSpan::end, ScoredSpan::label)
        .containsExactly(start, end, label);
    assertThat(span.score()).isCloseTo(score, within(1e-7));
  }

  private static Prediction decode(Task task, Calibration calibration, float... outputs) {
    return Decoder.of(task, calibration).decode(outputs, List.of());
  }

  private static Calibration calibration(double temperature) {
    return new Calibration(temperature, List.of(), 0, 0, 1);
  }

  private static Calibration abstainBelow(double confidence) {
    return new Calibration(1, List.of(), confidence, 0, 1);
  }

  private static float log(double value) {
    return (float) Math.log(value);
  }
}
