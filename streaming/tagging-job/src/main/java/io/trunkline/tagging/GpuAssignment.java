package io.trunkline.tagging;

import io.trunkline.model.InvalidInputException;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.jspecify.annotations.Nullable;

/**
 * The NVIDIA cards that Flink gives a TaskManager, where its cluster hands them out as the external
 * resource {@code gpu}. ND4J cannot be told which card to take once it runs, nor can a process
 * change its own environment: all that can be done in it is to refuse to compute on a card that
 * another TaskManager was given.
 *
 * @param indices as the cluster's discovery script names them; none if it hands out no cards
 */
record GpuAssignment(List<String> indices) {
  private static final String RESOURCE = "gpu";
  private static final String INDEX = "index";

  GpuAssignment {
    indices = List.copyOf(indices);
  }

  /** What the TaskManager was given that an operator runs on. */
  static GpuAssignment of(RuntimeContext context) {
    return new GpuAssignment(
        context.getExternalResourceInfos(RESOURCE).stream()
            .map(card -> card.getProperty(INDEX).orElse("unknown"))
            .sorted()
            .toList());
  }

  /**
   * Returns if this process sees the card it was given and no other, or if it was given none.
   *
   * @param visibleDevices the value of {@code CUDA_VISIBLE_DEVICES}; null where it is not set
   * @throws InvalidInputException that says how to start the TaskManager
   */
  void requireSeen(@Nullable String visibleDevices) {
    if (indices.size() > 1) {
      throw new InvalidInputException(
          "Flink gives this TaskManager the GPUs %s, expected one: external-resource.gpu.amount: 1"
              .formatted(String.join(", ", indices)));
    }
    if (indices.size() == 1 && !indices.get(0).equals(visibleDevices)) {
      throw new InvalidInputException(
          "Flink gives this TaskManager GPU %s, but CUDA_VISIBLE_DEVICES is %s; start it with CUDA_VISIBLE_DEVICES=%s"
              .formatted(
                  indices.get(0),
                  visibleDevices == null ? "not set" : "'" + visibleDevices + "'",
                  indices.get(0)));
    }
  }
}
