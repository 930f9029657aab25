package io.trunkline.model.serving;

import io.trunkline.model.Model;
import io.trunkline.model.Tagger;
import io.trunkline.model.network.Scorer;
import java.util.List;

/** Makes taggers from models. */
public final class Taggers {
  private Taggers() {}

  /** A tagger of a model that nobody else serves, see {@link ServingModel#tagger}. */
  public static Tagger create(Model model) {
    return new ServingModel(model).tagger();
  }

  /**
   * A tagger that asks another engine.
   *
   * @param scorer has this model; closed with the tagger
   */
  public static Tagger of(Model model, Scorer scorer) {
    return new NetworkTagger(new ServingModel(model), scorer);
  }

  /**
   * A tagger that asks several and answers every task that any of them answers.
   *
   * @param members at least one; it closes them with itself
   * @throws io.trunkline.model.InvalidInputException if a task is of different kinds
   */
  public static Tagger ensemble(List<Tagger> members, Combination combination) {
    return new EnsembleTagger(members, combination);
  }
}
