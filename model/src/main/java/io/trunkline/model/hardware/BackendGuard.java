package io.trunkline.model.hardware;

import io.trunkline.model.InvalidInputException;

/**
 * Keeps ND4J from starting where it could not compute: on a processor that lacks what its binary
 * uses it would take the process down, and cards it would choose and then fail.
 */
public final class BackendGuard {
  private BackendGuard() {}

  /**
   * Returns if ND4J may start. Of several cards one that is usable is enough: which of them a
   * process sees is for the environment to say, which {@code trunkline doctor} reads.
   *
   * @throws InvalidInputException if the processor cannot run the CPU's binary, if only the CUDA
   *     backend is there and no card that it can use, or if both backends are there
   */
  public static void check(Backends backends, Processor processor, GpuDiscovery cards)
      throws InterruptedException {
    if (backends.cpu() && backends.cuda()) {
      throw new InvalidInputException(
          "both of ND4J's backends are on the class path, expected one: build with or without"
              + " -Pcuda, from clean");
    }
    if (backends.needAvx2() && processor.lacksAvx2()) {
      throw new InvalidInputException(
          "ND4J's binary %s needs AVX2, which this processor lacks; build with -Dnd4j.classifier=%s"
              .formatted(backends.natives().get(0), processor.platform()));
    }
    if (backends.cuda()) {
      requireUsable(GpuPreflight.of(cards, null));
    }
  }

  private static void requireUsable(GpuPreflight preflight) {
    if (preflight.usable().isEmpty()) {
      throw new InvalidInputException(
          "this build computes on NVIDIA cards and cannot here: "
              + preflight.summary()
              + "; one that is built without -Pcuda computes on the CPU");
    }
  }
}
