package io.trunkline.model.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Model;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Text;
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
    List<Tagging> tagged = tag(List.of("Where is the bridge?", "谁看见桥？", "ＷＨＥＮ　ＷＡＳ ａ bridge found"));
    assertThat(best(tagged.get(0))).containsExactly("place", "en");
    assertThat(best(tagged.get(1))).containsExactly("person", "zh");
    assertThat(best(tagged.get(2))).containsExactly("time", "en");
  }

  @Test
  void answersEveryTaskInOrderWithEveryLabelRanked() {
    List<Prediction.OneLabel> tagged = labels(tag(List.of("Who is this?")).get(0));
    assertThat(tagged).extracting(Prediction.OneLabel::task).containsExactly("about", "language");
    assertThat(tagged.get(0).ranking())
        .extracting(ScoredLabel::label)
        .containsExactlyInAnyOrder("person", "place", "time");
    for (Prediction.OneLabel prediction : tagged) {
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
    List<Tagging> together = tag(texts);
    assertThat(together).hasSize(300);
    for (int i = 0; i < 300; i += 13) {
      assertSame(tag(List.of(texts.get(i))).get(0), together.get(i));
    }
  }

  @Test
  void oddTextsAreTaggedToo() {
    List<String> odd = List.of("\u200B", "🎉", "?!…", "word ".repeat(10_000), "河".repeat(10_000));
    for (Tagging tagged : tag(odd)) {
      assertThat(labels(tagged).get(0).best().score()).isBetween(1 / 3.0, 1.0);
    }
  }

  @Test
  void taggersOfOneModelAgreeAndOutliveEachOther() {
    List<String> texts = List.of("where is it", "谁");
    List<Tagging> expected = tag(texts);
    try (Tagger other = Taggers.create(model)) {
      assertThat(other.tag(inputs(texts))).isEqualTo(expected);
    }
    assertThat(tag(texts)).isEqualTo(expected);
  }

  private static List<Tagging> tag(List<String> texts) {
    return tagger.tag(inputs(texts));
  }

  private static List<Text> inputs(List<String> texts) {
    return texts.stream().map(Text::of).toList();
  }

  private static List<Prediction.OneLabel> labels(Tagging tagged) {
    return tagged.predictions().stream().map(Prediction.OneLabel.class::cast).toList();
  }

  private static List<String> best(Tagging tagged) {
    return labels(tagged).stream().map(prediction -> prediction.best().label()).toList();
  }

  private static void assertSame(Tagging alone, Tagging together) {
    for (int task = 0; task < alone.predictions().size(); task++) {
      for (ScoredLabel label : labels(alone).get(task).ranking()) {
        ScoredLabel same =
            labels(together).get(task).ranking().stream()
                .filter(other -> other.label().equals(label.label()))
                .findFirst()
                .orElseThrow();
        assertThat(same.score()).isCloseTo(label.score(), within(1e-5));
      }
    }
  }
}
