package io.trunkline.model.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.Tagger;
import io.trunkline.model.training.Trainer;
import io.trunkline.model.training.TrainingConfig;
import io.trunkline.model.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaggersTest {
  private static final TrainingConfig DEFAULTS = TrainingConfig.defaults();
  private static final TrainingConfig SMALL =
      new TrainingConfig(
          List.of(),
          new ModelSpec.Features(1 << 10, 128, 16),
          DEFAULTS.words(),
          new ModelSpec.Network(16, 8, List.of(2, 3), 8),
          20,
          8,
          1e-2,
          0.1,
          0.01,
          0.1,
          DEFAULTS.dropout(),
          1);

  private static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (String thing : List.of("river", "mountain", "city", "lake", "desert", "island", "road")) {
      examples.add(example("where is the " + thing, "place", "en"));
      examples.add(example("who saw the " + thing, "person", "en"));
      examples.add(example("when was the " + thing + " found", "time", "en"));
    }
    for (String thing : List.of("河", "山", "城市", "湖", "沙漠", "岛", "路")) {
      examples.add(example(thing + "在哪里", "place", "zh"));
      examples.add(example("谁看见" + thing, "person", "zh"));
    }
    return examples;
  }

  private static Example example(String text, String about, String language) {
    return new Example(
        "",
        text,
        Map.of("about", new LabelValue.One(about), "language", new LabelValue.One(language)));
  }

  @Test
  void learnsWhatItWasTaughtAndRanksByProbability() {
    Model model = new Trainer(SMALL, TrainingListener.SILENT).train(examples(), examples());
    try (Tagger tagger = Taggers.create(model)) {
      List<List<Prediction>> tagged = tagger.tag(List.of("Where is the bridge?", "谁看见桥"));
      assertThat(tagged.get(0)).extracting(Prediction::task).containsExactly("about", "language");
      assertThat(tagged.get(0)).extracting(p -> p.best().label()).containsExactly("place", "en");
      assertThat(tagged.get(1)).extracting(p -> p.best().label()).containsExactly("person", "zh");
      List<Double> scores =
          tagged.get(0).get(0).ranking().stream().map(ScoredLabel::score).toList();
      assertThat(scores).isSortedAccordingTo((a, b) -> Double.compare(b, a));
      assertThat(scores.stream().mapToDouble(s -> s).sum()).isCloseTo(1, within(1e-5));
    }
  }
}
