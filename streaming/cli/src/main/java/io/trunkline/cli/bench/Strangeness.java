package io.trunkline.cli.bench;

import io.trunkline.model.Example;
import io.trunkline.model.Model;
import io.trunkline.model.Prediction;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.evaluation.Auroc;
import io.trunkline.model.serving.Taggers;
import java.util.List;
import java.util.Map;

/** How well two scores of a text tell what a model has learnt about from what it has not. */
final class Strangeness {
  static final String ENERGY = "aurocOfEnergy";
  static final String PROBABILITY = "aurocOfProbability";

  private Strangeness() {}

  /** The area under the ROC curve of each score. */
  static Map<String, Double> areas(Model model, List<Example> known, List<Example> strange) {
    try (Tagger tagger = Taggers.create(model)) {
      List<Tagging> ofKnown = tagger.tag(known.stream().map(Example::input).toList());
      List<Tagging> ofStrange = tagger.tag(strange.stream().map(Example::input).toList());
      return Map.of(
          ENERGY,
          Auroc.of(energies(ofKnown), energies(ofStrange)),
          PROBABILITY,
          Auroc.of(doubts(ofKnown), doubts(ofStrange)));
    }
  }

  private static double[] energies(List<Tagging> taggings) {
    return taggings.stream().mapToDouble(Tagging::outOfScope).toArray();
  }

  private static double[] doubts(List<Tagging> taggings) {
    return taggings.stream().mapToDouble(Strangeness::doubt).toArray();
  }

  /** 1 less the greatest probability, the mean over single-label tasks. */
  static double doubt(Tagging tagging) {
    return tagging.predictions().stream()
        .filter(Prediction.OneLabel.class::isInstance)
        .mapToDouble(prediction -> 1 - ((Prediction.OneLabel) prediction).best().score())
        .average()
        .orElse(0);
  }
}
