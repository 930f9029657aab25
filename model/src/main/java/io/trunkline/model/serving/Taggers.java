package io.trunkline.model.serving;

import io.trunkline.model.Model;
import io.trunkline.model.Tagger;
import java.util.List;

/** Makes taggers from models. */
public final class Taggers {
  private Taggers() {}

  /**
   * A tagger, warmed up and ready. It holds memory outside the heap until it is closed. Many may be
   * made from one model; each belongs to one thread.
   */
  public static Tagger create(Model model) {
    Tagger tagger = new NetworkTagger(model);
    tagger.tag(List.of("warm up"));
    return tagger;
  }
}
