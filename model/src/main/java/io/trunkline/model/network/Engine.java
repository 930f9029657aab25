package io.trunkline.model.network;

import io.trunkline.model.hardware.BackendGuard;
import io.trunkline.model.hardware.Backends;
import io.trunkline.model.hardware.NvidiaSmi;
import io.trunkline.model.hardware.Processor;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** ND4J, set up the way everything here relies on. Nothing touches ND4J before {@link #start()}. */
final class Engine {
  private static boolean running;

  private Engine() {}

  /**
   * Starts ND4J unless it runs already.
   *
   * @throws io.trunkline.model.InvalidInputException if it could not compute here
   */
  static synchronized void start() {
    if (!running) {
      checkHardware();
      setUp();
      running = true;
    }
  }

  private static void checkHardware() {
    Processor processor = Processor.ofThisMachine();
    Backends backends = Backends.of(Nd4j.class.getClassLoader(), processor.platform());
    try {
      BackendGuard.check(backends, processor, new NvidiaSmi());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking for NVIDIA cards", e);
    }
  }

  private static void setUp() {
    // ND4J looks for its backend in whatever class loader the first thread happens to carry, and
    // keeps that loader for good.
    ND4JClassLoading.setNd4jClassloader(Nd4j.class.getClassLoader());
    // A network belongs to one thread, and there is one a core; threads of its own would only get
    // in the way, and make sums come out differently from run to run.
    Nd4j.getEnvironment().setMaxThreads(1);
    Nd4j.getEnvironment().setMaxMasterThreads(1);
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
    Nd4j.getMemoryManager().togglePeriodicGc(false);
  }
}
