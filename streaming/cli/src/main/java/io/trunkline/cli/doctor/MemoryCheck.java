package io.trunkline.cli.doctor;

import java.util.Locale;

/** Whether the heap fits the machine, and leaves room for what lies outside of it. */
final class MemoryCheck {
  private static final String NAME = "memory";
  private static final double GIB = 1L << 30;

  private MemoryCheck() {}

  static Diagnosis of(MemoryLimits limits) {
    String finding =
        ("heap up to %s (-Xmx), the whole process up to %s (maxPhysicalBytes), the machine or"
                + " container has %s")
            .formatted(
                gib(limits.heap()),
                limits.process() == 0 ? "any size" : gib(limits.process()),
                gib(limits.machine()));
    String less = "set TRUNKLINE_JAVA_OPTS=-Xmx" + mib(limits.machine() / 2) + "m";
    if (limits.heap() > limits.machine()) {
      return Diagnosis.fault(NAME, finding, less);
    }
    if (limits.heap() > limits.machine() / 4 * 3) {
      return Diagnosis.warning(NAME, finding + ", which leaves ND4J too little", less);
    }
    return Diagnosis.ok(NAME, finding);
  }

  private static String gib(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / GIB);
  }

  private static long mib(long bytes) {
    return bytes >> 20;
  }
}
