package io.trunkline.model.hardware;

/** Finds the machine's NVIDIA cards. Never starts CUDA or ND4J, and never throws. */
@FunctionalInterface
public interface GpuDiscovery {
  /** Looks once; takes up to some seconds where there is a driver. */
  GpuSurvey look() throws InterruptedException;
}
