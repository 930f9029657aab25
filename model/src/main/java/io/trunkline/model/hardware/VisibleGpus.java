package io.trunkline.model.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of a machine's cards a process sees, by {@code CUDA_VISIBLE_DEVICES}: indices or beginnings
 * of UUIDs, separated by commas. As CUDA does, what follows one that does not exist is ignored.
 */
final class VisibleGpus {
  private VisibleGpus() {}

  /**
   * The cards in the order in which the process counts them.
   *
   * @param variable the variable's value; null where it is not set, so that all are seen
   */
  static List<Gpu> of(List<Gpu> cards, @Nullable String variable) {
    if (variable == null) {
      return cards;
    }
    List<Gpu> visible = new ArrayList<>();
    for (String token : variable.split(",", -1)) {
      Optional<Gpu> card = find(cards, token.strip());
      if (card.isEmpty() || visible.contains(card.get())) {
        break;
      }
      visible.add(card.get());
    }
    return visible;
  }

  private static Optional<Gpu> find(List<Gpu> cards, String token) {
    List<Gpu> found =
        cards.stream()
            .filter(
                card ->
                    token.startsWith("GPU-")
                        ? card.uuid().startsWith(token)
                        : token.equals(Integer.toString(card.index())))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
