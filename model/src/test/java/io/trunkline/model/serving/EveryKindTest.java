package io.trunkline.model.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Calibration;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Prediction;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.Text;
import io.trunkline.model.network.Layout;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A model whose heads put out nothing but zeros, so that its calibration alone decides. */
class EveryKindTest {
  private static final ModelSpec SPEC =
      new ModelSpec(
          List.of(
              new Task("one", TaskKind.SINGLE_LABEL, List.of("a", "b", "c", "d")),
              new Task("several", TaskKind.MULTI_LABEL, List.of("e", "f")),
              new Task("spans", TaskKind.SPANS, List.of("g")),
              new Task("score", TaskKind.SCORE, List.of()),
              new Task("next", TaskKind.SCORE, List.of(), false, List.of("one", "score"))),
          new ModelSpec.Features(8, 16, 4),
          new ModelSpec.Network(2, 3, ModelSpec.Network.Arrangement.STACKED, List.of(3), 2));

  @Test
  void everyTaskIsAnsweredAsItsCalibrationSays() {
    Tagging tagged = tag(Text.of("two words and several more than are read"));

    List<Prediction> answers = tagged.predictions();
    assertThat(answers)
        .extracting(Prediction::task)
        .containsExactly("one", "several", "spans", "score", "next");
    assertThat(((Prediction.OneLabel) answers.get(0)).best().score()).isCloseTo(0.25, within(1e-6));
    assertThat(answers.get(0).abstained()).isTrue();
    assertThat(answers.get(1).value()).isEqualTo(new LabelValue.Several(List.of("f")));
    assertThat(answers.get(1).abstained()).isFalse();
    assertThat(answers.get(2).value()).isEqualTo(new LabelValue.Spans(List.of()));
    assertThat(answers.get(3)).isEqualTo(new Prediction.Score("score", -3.5, false));
    assertThat(answers.get(4)).isEqualTo(new Prediction.Score("next", 7, false));
    assertThat(tagged.outOfScope()).isCloseTo(-Math.log(4), within(1e-6));
  }

  @Test
  void aTextWithoutATokenIsAnsweredToo() {
    assertThat(tag(Text.of("\u200B")).predictions()).hasSize(5);
  }

  private static Tagging tag(Text text) {
    Model model =
        new Model(
            SPEC,
            List.of("word"),
            new int[8],
            new float[8 * 2],
            new float[3 * 3],
            new float[Math.toIntExact(Layout.size(SPEC))],
            Map.of(
                "one", new Calibration(1, List.of(), 0.3, 0, 1),
                "several", new Calibration(1, List.of(0.75, 0.25), 0.5, 0, 1),
                "spans", Calibration.NONE,
                "score", new Calibration(1, List.of(), 0, -3.5, 2),
                "next", new Calibration(1, List.of(), 0, 7, 2)),
            new Model.TrainingSummary("0".repeat(64), 1, 1, Map.of()));
    try (Tagger tagger = Taggers.create(model)) {
      return tagger.tag(List.of(text)).get(0);
    }
  }
}
