package io.trunkline.model.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Model;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.Tagger;
import io.trunkline.model.training.SmallTraining;
import io.trunkline.model.training.Trainer;
import io.trunkline.model.training.TrainingListener;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TaggersTest {
  private static Model model;
  private static Tagger tagger;

  @BeforeAll
  static void trainOnce() {
    model =
        new Trainer(SmallTraining.CONFIG, TrainingListener.SILENT)
            .train(SmallTraining.EXAMPLES, SmallTraining.EXAMPLES);
    tagger = Taggers.create(model);
  }

  @AfterAll
  static void close() {
    tagger.close();
  }

  @Test
  void answersWhatItWasTaughtOfTextsItNeverSaw() {
    List<List<Prediction>> tagged =
        tagger.tag(List.of("Where is the bridge?", "谁看见桥？", "ＷＨＥＮ　ＷＡＳ ａ bridge found"));
    assertThat(best(tagged.get(0))).containsExactly("place", "en");
    assertThat(best(tagged.get(1))).containsExactly("person", "zh");
    assertThat(best(tagged.get(2))).containsExactly("time", "en");
  }

  @Test
  void answersEveryTaskInOrderWithEveryLabelRanked() {
    List<Prediction> tagged = tagger.tag(List.of("Who is this?")).get(0);
    assertThat(tagged).extracting(Prediction::task).containsExactly("about", "language");
    assertThat(tagged.get(0).ranking())
        .extracting(ScoredLabel::label)
        .containsExactlyInAnyOrder("person", "place", "time");
    for (Prediction prediction : tagged) {
      assertThat(prediction.ranking())
          .isSortedAccordingTo(Comparator.comparingDouble(ScoredLabel::score).reversed());
      assertThat(prediction.ranking().stream().mapToDouble(ScoredLabel::score).sum())
          .isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void aTextIsTaggedAlikeAloneAndAmongOthersOfAnyLength() {
    List<String> texts =
        IntStream.range(0, 300)
            .mapToObj(i -> "who saw the city " + "and the lake ".repeat(i % 7) + i + "？河")
            .toList();
    List<List<Prediction>> together = tagger.tag(texts);
    assertThat(together).hasSize(300);
    for (int i = 0; i < 300; i += 13) {
      assertSame(tagger.tag(List.of(texts.get(i))).get(0), together.get(i));
    }
  }

  @Test
  void oddTextsAreTaggedToo() {
    List<String> odd = List.of("\u200B", "🎉", "?!…", "word ".repeat(10_000), "河".repeat(10_000));
    for (List<Prediction> predictions : tagger.tag(odd)) {
      assertThat(predictions.get(0).best().score()).isBetween(1 / 3.0, 1.0);
    }
  }

  @Test
  void taggersOfOneModelAgreeAndOutliveEachOther() {
    List<String> texts = List.of("where is it", "谁");
    List<List<Prediction>> expected = tagger.tag(texts);
    try (Tagger other = Taggers.create(model)) {
      assertThat(other.tag(texts)).isEqualTo(expected);
    }
    assertThat(tagger.tag(texts)).isEqualTo(expected);
  }

  private static List<String> best(List<Prediction> predictions) {
    return predictions.stream().map(prediction -> prediction.best().label()).toList();
  }

  private static void assertSame(List<Prediction> alone, List<Prediction> together) {
    for (int task = 0; task < alone.size(); task++) {
      for (ScoredLabel label : alone.get(task).ranking()) {
        ScoredLabel same =
            together.get(task).ranking().stream()
                .filter(other -> other.label().equals(label.label()))
                .findFirst()
                .orElseThrow();
        assertThat(same.score()).isCloseTo(label.score(), within(1e-5));
      }
    }
  }
}
