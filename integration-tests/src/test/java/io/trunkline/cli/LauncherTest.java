package io.trunkline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher picks the binary that the processor can run; a script stands for Maven. */
final class LauncherTest {
  private static final Path LAUNCHER = Path.of("..", "deploy", "bin", "trunkline");
  private static final String CPUINFO = "/proc/cpuinfo";

  @TempDir private Path directory;
  private Path flags;
  private Path asked;
  private Path launcher;

  @BeforeEach
  void layOut() throws IOException {
    Path tools = Files.createDirectories(directory.resolve("tools"));
    Path bin = Files.createDirectories(directory.resolve("deploy/bin"));
    flags = directory.resolve("cpuinfo");
    asked = directory.resolve("asked");
    script(tools.resolve("mvn"), "printf '%s\\n' \"$@\" > '" + asked + "'; exit 1");
    launcher = bin.resolve("trunkline");
    String text = Files.readString(LAUNCHER);
    assertThat(text).contains("cpuinfo=" + CPUINFO);
    Files.writeString(launcher, text.replace("cpuinfo=" + CPUINFO, "cpuinfo=" + flags));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void aProcessorWithAvx2HasTheBinaryForIt() throws Exception {
    assertThat(built("x86_64", "fpu sse2 avx avx2 fma")).noneMatch(LauncherTest::isClassifier);
  }

  @Test
  void aProcessorWithoutAvx2HasTheGenericOne() throws Exception {
    assertThat(built("x86_64", "fpu sse2 avx notavx2")).contains("-Dnd4j.classifier=linux-x86_64");
  }

  @Test
  void elsewhereMavenKnows() throws Exception {
    assertThat(built("aarch64", "fp asimd")).noneMatch(LauncherTest::isClassifier);
  }

  private static boolean isClassifier(String argument) {
    return argument.startsWith("-Dnd4j.classifier");
  }

  /** What Maven is asked for on a machine. */
  private List<String> built(String architecture, String processorFlags) throws Exception {
    Files.writeString(flags, "processor : 0\nflags : " + processorFlags + "\n");
    script(directory.resolve("tools/uname"), "echo Linux " + architecture);
    ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "--version");
    String path = directory.resolve("tools") + ":" + System.getenv("PATH");
    builder.environment().put("PATH", path);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process =
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();

    assertThat(process.waitFor()).isEqualTo(1);
    return Files.readAllLines(asked);
  }

  private static void script(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
