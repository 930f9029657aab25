package io.trunkline.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Calibration;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.decoding.Decoder;
import io.trunkline.model.decoding.Probabilities;
import io.trunkline.model.evaluation.Abstention.Goal;
import io.trunkline.model.text.Token;
import io.trunkline.model.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibratorTest {
  private static final List<String> LABELS = List.of("a", "b", "c");
  private static final Task ONE = new Task("one", TaskKind.SINGLE_LABEL, LABELS);
  private static final Task SEVERAL = new Task("several", TaskKind.MULTI_LABEL, LABELS);
  private static final Task SPANS = new Task("spans", TaskKind.SPANS, List.of("x"));

  private final SplittableRandom random = new SplittableRandom(5);

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2.5})
  void theTemperatureThatLabelsWereDrawnWithIsFound(double temperature) {
    List<DevAnswer> dev = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      float[] logits = logits();
      dev.add(answer(logits, new LabelValue.One(LABELS.get(drawOne(logits, temperature)))));
    }

    assertThat(fit(ONE, dev).temperature()).isCloseTo(temperature, within(0.06 * temperature));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 2.5})
  void theTemperatureThatSeveralLabelsWereDrawnWithIsFound(double temperature) {
    List<DevAnswer> dev = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      float[] logits = logits();
      dev.add(answer(logits, new LabelValue.Several(drawSeveral(logits, temperature))));
    }

    assertThat(fit(SEVERAL, dev).temperature()).isCloseTo(temperature, within(0.06 * temperature));
  }

  @Test
  void spansBecomeAsLikelyAsTheyAreRight() {
    List<Token> tokens = Tokenizer.tokenize("word");
    float[] sure = {0, (float) Math.log(18), 0};
    LabelValue there = new LabelValue.Spans(List.of(new LabelValue.Span(0, 4, "x")));
    LabelValue none = new LabelValue.Spans(List.of());
    List<DevAnswer> dev = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      dev.add(new DevAnswer(sure, tokens, i % 5 < 3 ? there : none));
    }

    double temperature = fit(SPANS, dev).temperature();

    // Said with 0.9 and right three times out of five: 18^(1/T) : 2 must become 3 : 2.
    assertThat(temperature).isCloseTo(Math.log(18) / Math.log(3), within(0.02));
  }

  /** Two spans of which one is right twice as often as the other, said with the same odds. */
  @Test
  void aCurveMendsWhatTheTemperatureCannot() {
    List<Token> tokens = Tokenizer.tokenize("word");
    float[] rash = {0, (float) Math.log(4), 0};
    float[] meek = {0, (float) Math.log(6), 0};
    LabelValue there = new LabelValue.Spans(List.of(new LabelValue.Span(0, 4, "x")));
    LabelValue none = new LabelValue.Spans(List.of());
    List<DevAnswer> dev = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      dev.add(new DevAnswer(rash, tokens, i % 10 < 4 ? there : none));
      dev.add(new DevAnswer(meek, tokens, i % 10 < 8 ? there : none));
    }

    Decoder decoder = Decoder.of(SPANS, fit(SPANS, dev));

    assertThat(spanScore(decoder, rash, tokens)).isCloseTo(0.4, within(0.01));
    assertThat(spanScore(decoder, meek, tokens)).isCloseTo(0.8, within(0.01));
  }

  @Test
  void fewTextsSayLittle() {
    DevAnswer wrong = answer(new float[] {4, 0, 0}, new LabelValue.One("b"));

    assertThat(fit(ONE, List.of(wrong)).temperature()).isBetween(1.0, 2.0);
    assertThat(fit(ONE, List.of()).temperature()).isEqualTo(1);
    assertThat(fit(SEVERAL, List.of()).thresholds()).containsExactly(0.5, 0.5, 0.5);
  }

  @Test
  void aHeadThatIsNeverWrongOnDevIsNotMadeCertain() {
    DevAnswer right = answer(new float[] {4, 0, 0}, new LabelValue.One("a"));
    List<DevAnswer> dev = java.util.Collections.nCopies(100, right);

    assertThat(fit(ONE, dev).temperature()).isBetween(0.3, 1.0);
  }

  @Test
  void eachOfSeveralLabelsHasAThreshold() {
    List<DevAnswer> dev = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      float[] logits = logits();
      dev.add(answer(logits, new LabelValue.Several(drawSeveral(logits, 1))));
    }

    assertThat(fit(SEVERAL, dev).thresholds())
        .hasSize(3)
        .allSatisfy(threshold -> assertThat(threshold).isBetween(0.2, 0.6));
  }

  @Test
  void abstentionGivesTheCoverageWanted() {
    List<DevAnswer> dev = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      float[] logits = logits();
      dev.add(answer(logits, new LabelValue.One(LABELS.get(drawOne(logits, 1)))));
    }

    Calibration calibration =
        Calibrator.fit(ONE, Calibration.NONE, dev, new Abstention(Goal.COVERAGE, 0.7));

    long given =
        dev.stream()
            .filter(answer -> confidence(answer, calibration) >= calibration.abstainBelow())
            .count();
    assertThat(given).isEqualTo(700);
  }

  @Test
  void aScoreKeepsItsScaleAndIsNeverAbstainedFrom() {
    Calibration scale = new Calibration(1, List.of(), 0, 3, 2);
    Task score = new Task("score", TaskKind.SCORE, List.of());
    List<DevAnswer> dev = List.of(answer(new float[] {0.5f}, new LabelValue.Score(1)));

    assertThat(Calibrator.fit(score, scale, dev, new Abstention(Goal.COVERAGE, 0.1)))
        .isEqualTo(scale);
  }

  private static double spanScore(Decoder decoder, float[] outputs, List<Token> tokens) {
    return ((Prediction.Spans) decoder.decode(outputs, tokens)).spans().get(0).score();
  }

  private static double confidence(DevAnswer answer, Calibration calibration) {
    double best = 0;
    for (double p : Probabilities.softmax(answer.outputs(), 0, 3, calibration.temperature())) {
      best = Math.max(best, p);
    }
    return best;
  }

  private float[] logits() {
    float[] logits = new float[LABELS.size()];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) random.nextDouble(-4, 4);
    }
    return logits;
  }

  private int drawOne(float[] logits, double temperature) {
    double left = random.nextDouble();
    double[] probabilities = Probabilities.softmax(logits, 0, logits.length, temperature);
    int label = 0;
    while (label < 2 && left >= probabilities[label]) {
      left -= probabilities[label++];
    }
    return label;
  }

  private List<String> drawSeveral(float[] logits, double temperature) {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < logits.length; i++) {
      if (random.nextDouble() < Probabilities.sigmoid(logits[i], temperature)) {
        labels.add(LABELS.get(i));
      }
    }
    return labels;
  }

  private static DevAnswer answer(float[] outputs, LabelValue right) {
    return new DevAnswer(outputs, List.of(), right);
  }

  private static Calibration fit(Task task, List<DevAnswer> dev) {
    return Calibrator.fit(task, Calibration.NONE, dev, Abstention.NEVER);
  }
}
