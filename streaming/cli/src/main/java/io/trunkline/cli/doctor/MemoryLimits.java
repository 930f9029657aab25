package io.trunkline.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How much memory there may be and is, in bytes.
 *
 * @param heap what {@code -Xmx} allows
 * @param process what JavaCPP allows the process in all, heap included; 0 for any amount
 * @param machine what the machine or the container has
 */
record MemoryLimits(long heap, long process, long machine) {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,15})(%|[kmgt]?b?)");

  /** Those of this process. */
  static MemoryLimits ofThisProcess() {
    long heap = Runtime.getRuntime().maxMemory();
    // It answers for the container where there is one.
    long machine =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return new MemoryLimits(
        heap,
        process(
            heap,
            System.getProperty("org.bytedeco.javacpp.maxBytes"),
            System.getProperty("org.bytedeco.javacpp.maxPhysicalBytes")),
        machine);
  }

  /** As JavaCPP works it out: four times the heap, unless told otherwise. */
  static long process(long heap, @Nullable String maxBytes, @Nullable String maxPhysicalBytes) {
    if (maxPhysicalBytes != null) {
      return bytes(maxPhysicalBytes, heap);
    }
    long offHeap = maxBytes == null ? heap : bytes(maxBytes, heap);
    return offHeap == 0 ? 0 : 3 * heap + offHeap;
  }

  /** A size as JavaCPP reads it; 0, no limit, for what it would refuse at its start. */
  private static long bytes(String size, long heap) {
    Matcher parts = SIZE.matcher(size.strip().toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return 0;
    }
    long number = Long.parseLong(parts.group(1));
    String unit = parts.group(2);
    if (unit.equals("%")) {
      return heap * number / 100;
    }
    return unit.isEmpty() ? number : number << (10 * "bkmgt".indexOf(unit.charAt(0)));
  }
}
