package io.trunkline.model.hardware;

import io.trunkline.model.InvalidInputException;

/** Keeps ND4J from starting on cards that it would choose and could not use. */
public final class CudaGuard {
  private CudaGuard() {}

  /**
   * Returns if ND4J may start: the CPU serves, or at least one card of the machine is usable. Which
   * of them a process sees is for the environment to say, which {@code trunkline doctor} reads.
   *
   * @throws InvalidInputException if only the CUDA backend is there, and no card that it can use
   */
  public static void check(Backends backends, GpuDiscovery discovery) throws InterruptedException {
    if (!backends.cuda()) {
      return;
    }
    if (backends.cpu()) {
      throw new InvalidInputException(
          "both of ND4J's backends are on the class path, expected one: build with or without"
              + " -Pcuda, from clean");
    }
    GpuPreflight preflight = GpuPreflight.of(discovery, null);
    if (preflight.usable().isEmpty()) {
      throw new InvalidInputException(
          "this build computes on NVIDIA cards and cannot here: "
              + preflight.summary()
              + "; one that is built without -Pcuda computes on the CPU");
    }
  }
}
