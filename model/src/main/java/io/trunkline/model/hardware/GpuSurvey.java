package io.trunkline.model.hardware;

import java.util.List;

/**
 * What a look for NVIDIA cards found.
 *
 * @param cards in the order of their indices
 * @param problem why there are none or they cannot be told; empty if they were read
 */
public record GpuSurvey(List<Gpu> cards, String problem) {
  public GpuSurvey {
    cards = List.copyOf(cards);
  }

  static GpuSurvey of(List<Gpu> cards) {
    return new GpuSurvey(cards, "");
  }

  static GpuSurvey without(String problem) {
    return new GpuSurvey(List.of(), problem);
  }
}
