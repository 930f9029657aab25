package io.trunkline.cli.bench.learning;

import io.trunkline.model.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** This process's memory. */
final class Memory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final int KIB = 1024;

  private Memory() {}

  /**
   * What it holds of the machine's memory, in and outside the heap.
   *
   * @throws InvalidInputException if this is no Linux, which alone tells
   */
  static long residentMiB() throws IOException {
    if (Files.exists(STATUS)) {
      Matcher resident = RESIDENT.matcher(Files.readString(STATUS));
      if (resident.find()) {
        return Long.parseLong(resident.group(1)) / KIB;
      }
    }
    throw new InvalidInputException(STATUS + " does not tell the memory, expected Linux");
  }
}
