package io.trunkline.model.network;

import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** ND4J, set up the way everything here relies on. Nothing touches ND4J before {@link #start()}. */
final class Engine {
  static {
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

  private Engine() {}

  /** Starts ND4J unless it runs already. */
  static void start() {
    // The static initialiser does it, once.
  }
}
