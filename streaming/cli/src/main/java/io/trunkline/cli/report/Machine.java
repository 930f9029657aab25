package io.trunkline.cli.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What was measured on.
 *
 * @param processor its model
 * @param cores that the JVM may use
 * @param memoryMiB of the machine
 * @param system the operating system and its version
 * @param java the JVM and its version
 */
public record Machine(String processor, int cores, long memoryMiB, String system, String java) {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  /** The one that this runs on. */
  public static Machine here() {
    return new Machine(
        readProcessor(),
        Runtime.getRuntime().availableProcessors(),
        memory() >> 20,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
  }

  private static String readProcessor() {
    String otherwise = System.getProperty("os.arch");
    try {
      return Files.readAllLines(CPUINFO).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(otherwise);
    } catch (IOException e) {
      return otherwise; // Other systems have no such file.
    }
  }

  private static long memory() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getTotalMemorySize();
  }

  @Override
  public String toString() {
    return "%s, %d cores, %d MiB, %s, %s".formatted(processor, cores, memoryMiB, system, java);
  }
}
