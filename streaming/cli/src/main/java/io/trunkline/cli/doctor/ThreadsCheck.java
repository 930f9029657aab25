package io.trunkline.cli.doctor;

import org.jspecify.annotations.Nullable;

/** Whether a network has one thread: there is one network a core. */
final class ThreadsCheck {
  private static final String NAME = "threads";

  private ThreadsCheck() {}

  /**
   * Looks.
   *
   * @param ompNumThreads the value of {@code OMP_NUM_THREADS}; null where it is not set
   */
  static Diagnosis of(@Nullable String ompNumThreads, int processors) {
    if ("1".equals(ompNumThreads)) {
      return Diagnosis.ok(NAME, "OMP_NUM_THREADS is 1, processors: " + processors);
    }
    return Diagnosis.warning(
        NAME,
        ompNumThreads == null
            ? "OMP_NUM_THREADS is not set"
            : "OMP_NUM_THREADS is '" + ompNumThreads + "'",
        "set it to 1, also for Flink's TaskManagers");
  }
}
