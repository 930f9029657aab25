package io.trunkline.model.serving;

import io.trunkline.model.Model;
import io.trunkline.model.Tagger;
import io.trunkline.model.Text;
import io.trunkline.model.hardware.Backends;
import io.trunkline.model.network.CompiledNetwork;
import io.trunkline.model.network.Network;
import io.trunkline.model.network.Parameters;
import io.trunkline.model.network.Scorer;
import io.trunkline.model.text.Lexicon;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * A model that serves. Taggers made of one share its tables, and those that it is compiled into
 * when the first is made. May be shared by threads.
 */
public final class ServingModel {
  private static final int WARM_UP_BATCH = 32;
  private static final int WARM_UP_LENGTH = 32;

  private final Model model;
  private final Lexicon lexicon;
  private @Nullable CompiledNetwork compiled;

  public ServingModel(Model model) {
    this.model = model;
    lexicon = Lexicon.of(model);
  }

  /** What serves. */
  public Model model() {
    return model;
  }

  /** What its taggers know by name. */
  Lexicon lexicon() {
    return lexicon;
  }

  /**
   * A tagger, warmed up and ready. It holds memory outside the heap until it is closed, and belongs
   * to one thread.
   */
  public Tagger tagger() {
    Tagger tagger = new NetworkTagger(this, scorer());
    // The first batch of a process is slow, and of a network that is not compiled each first one.
    tagger.tag(Collections.nCopies(WARM_UP_BATCH, Text.of("warm ".repeat(WARM_UP_LENGTH))));
    return tagger;
  }

  private synchronized Scorer scorer() {
    Backends backends = Backends.ofThisProcess();
    if (!CompiledNetwork.supports(model.spec(), lexicon.spellings(), backends)) {
      return new Network(model.spec(), Parameters.of(model));
    }
    if (compiled == null) {
      compiled = CompiledNetwork.of(model, lexicon.spellings());
    }
    return compiled.scorer();
  }
}
