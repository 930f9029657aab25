package io.trunkline.model.hardware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine's kind of processor.
 *
 * @param platform what JavaCPP calls the operating system and the instruction set, such as {@code
 *     linux-x86_64}
 * @param avx2 whether it has AVX2; empty where that cannot be told
 */
public record Processor(String platform, Optional<Boolean> avx2) {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  /** The one this process runs on. */
  public static Processor ofThisMachine() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""), CPUINFO);
  }

  static Processor of(String osName, String osArch, Path cpuinfo) {
    String platform = system(osName.toLowerCase(Locale.ROOT)) + "-" + instructionSet(osArch);
    return new Processor(
        platform, platform.endsWith("-x86_64") ? hasAvx2(cpuinfo) : Optional.of(false));
  }

  /** Whether it is known to have no AVX2. */
  public boolean lacksAvx2() {
    return !avx2.orElse(true);
  }

  private static String system(String osName) {
    if (osName.startsWith("mac")) {
      return "macosx";
    }
    return osName.startsWith("windows") ? "windows" : osName;
  }

  private static String instructionSet(String osArch) {
    return switch (osArch) {
      case "amd64", "x86_64", "x86-64" -> "x86_64";
      case "aarch64", "arm64" -> "arm64";
      default -> osArch;
    };
  }

  private static Optional<Boolean> hasAvx2(Path cpuinfo) {
    try (Stream<String> lines = Files.lines(cpuinfo)) {
      return lines
          .filter(line -> line.startsWith("flags"))
          .findFirst()
          .map(flags -> List.of(flags.split("\\s+")).contains("avx2"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
