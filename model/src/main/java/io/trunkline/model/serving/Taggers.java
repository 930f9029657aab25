package io.trunkline.model.serving;

import io.trunkline.model.Model;
import io.trunkline.model.Tagger;
import io.trunkline.model.Text;
import java.util.Collections;
import java.util.List;

/** Makes taggers from models. */
public final class Taggers {
  private static final int WARM_UP_BATCH = 32;
  private static final int WARM_UP_LENGTH = 64;

  private Taggers() {}

  /**
   * A tagger, warmed up and ready. It holds memory outside the heap until it is closed. Many may be
   * made from one model, whose tables they share; each belongs to one thread.
   */
  public static Tagger create(Model model) {
    Tagger tagger = new NetworkTagger(model);
    // The first batch of each padded length is slow: ND4J prepares for its shape.
    for (int words = 8; words <= WARM_UP_LENGTH; words *= 2) {
      tagger.tag(Collections.nCopies(WARM_UP_BATCH, Text.of("warm ".repeat(words))));
    }
    return tagger;
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
