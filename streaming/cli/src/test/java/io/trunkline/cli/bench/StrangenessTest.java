package io.trunkline.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.Tagging;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StrangenessTest {
  @Test
  void doubtIsTheMeanOverSingleLabelTasks() {
    Tagging tagging =
        new Tagging(List.of(one("a", 0.9), one("b", 0.5), new Prediction.Score("c", 3, false)), 0);
    assertThat(Strangeness.doubt(tagging)).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void theSeedDrawsFourScenarios() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      LabelValue scenario = new LabelValue.One("s" + i % 10);
      examples.add(new Example("", "text " + i, Map.of("scenario", scenario)));
    }
    Set<LabelValue> unheard = ScopeCommand.unheard(examples, 1);
    assertThat(unheard).hasSize(4).isEqualTo(ScopeCommand.unheard(examples, 1));
    assertThat(List.of(ScopeCommand.unheard(examples, 2), ScopeCommand.unheard(examples, 3)))
        .anySatisfy(other -> assertThat(other).isNotEqualTo(unheard));
  }

  private static Prediction one(String task, double score) {
    return new Prediction.OneLabel(
        task, List.of(new ScoredLabel("x", score), new ScoredLabel("y", 1 - score)), false);
  }
}
