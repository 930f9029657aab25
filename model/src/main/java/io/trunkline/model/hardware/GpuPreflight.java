package io.trunkline.model.hardware;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether ND4J's CUDA backend can use the cards, found out before it starts. On a card for which it
 * has no machine code it would count the card, choose it and fail at the first computation. It
 * spreads its threads over all cards it sees, so all of them must be usable.
 *
 * @param visible the cards that this process sees
 * @param hidden those that {@code CUDA_VISIBLE_DEVICES} keeps from it
 * @param problem why there are no cards or they cannot be told; empty if they were read
 */
public record GpuPreflight(List<Gpu> visible, List<Gpu> hidden, String problem) {
  public GpuPreflight {
    visible = List.copyOf(visible);
    hidden = List.copyOf(hidden);
  }

  /**
   * Looks.
   *
   * @param visibleDevices the value of {@code CUDA_VISIBLE_DEVICES}; null where it is not set
   */
  public static GpuPreflight of(GpuDiscovery discovery, @Nullable String visibleDevices)
      throws InterruptedException {
    GpuSurvey survey = discovery.look();
    List<Gpu> visible = VisibleGpus.of(survey.cards(), visibleDevices);
    List<Gpu> hidden = survey.cards().stream().filter(card -> !visible.contains(card)).toList();
    return new GpuPreflight(visible, hidden, survey.problem());
  }

  /** Whether the CUDA backend can be started; otherwise only the CPU can serve. */
  public boolean canUseCuda() {
    return !visible.isEmpty() && unusable().isEmpty();
  }

  /** Those of the visible cards that the CUDA backend has machine code for. */
  public List<Gpu> usable() {
    return visible.stream().filter(card -> card.capability().runsCudaBackend()).toList();
  }

  /** The other visible cards. */
  public List<Gpu> unusable() {
    return visible.stream().filter(card -> !card.capability().runsCudaBackend()).toList();
  }

  /** What was found and what follows from it, in one line. */
  public String summary() {
    if (canUseCuda()) {
      return "nd4j-cuda-11.6 can use " + names(visible);
    }
    if (!unusable().isEmpty()) {
      return "nd4j-cuda-11.6 has no machine code for %s; it needs 3.7 or 5.0 to 8.9"
          .formatted(names(unusable()));
    }
    if (!hidden.isEmpty()) {
      return "CUDA_VISIBLE_DEVICES hides " + names(hidden);
    }
    return problem;
  }

  private static String names(List<Gpu> cards) {
    return cards.stream().map(Gpu::toString).collect(Collectors.joining(", "));
  }
}
