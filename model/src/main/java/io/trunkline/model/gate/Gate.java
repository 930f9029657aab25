package io.trunkline.model.gate;

import io.trunkline.model.Example;
import io.trunkline.model.Tagger;
import java.util.List;

/** Decides whether a candidate may take the champion's place. */
public final class Gate {
  private final GateSettings settings;

  public Gate(GateSettings settings) {
    this.settings = settings;
  }

  /**
   * Compares two models.
   *
   * @param holdOut set aside from trusted feedback, learnt from by neither
   * @param golden travels with the model, learnt from by neither
   */
  public GateReport compare(
      Tagger champion, Tagger candidate, List<Example> holdOut, List<Example> golden) {
    throw new UnsupportedOperationException(settings.toString());
  }
}
