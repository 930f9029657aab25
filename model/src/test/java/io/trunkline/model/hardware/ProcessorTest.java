package io.trunkline.model.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProcessorTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x86_64",
    "Linux, aarch64, linux-arm64",
    "Linux, ppc64le, linux-ppc64le",
    "Mac OS X, x86_64, macosx-x86_64",
    "Mac OS X, aarch64, macosx-arm64",
    "Windows 11, amd64, windows-x86_64"
  })
  void platformsAreCalledWhatJavaCppCallsThem(String osName, String osArch, String platform) {
    assertThat(Processor.of(osName, osArch, directory.resolve("none")).platform())
        .isEqualTo(platform);
  }

  @ParameterizedTest
  @CsvSource({
    "'flags\t\t: fpu sse4_2 avx avx2 bmi2', true",
    "'flags\t\t: fpu sse4_2 avx avx2x', false",
    "'model name\t: avx2 of sorts\nflags\t: fpu', false"
  })
  void avx2IsAmongTheFlags(String cpuinfo, boolean avx2) throws IOException {
    Path file = Files.writeString(directory.resolve("cpuinfo"), cpuinfo + "\n");

    assertThat(Processor.of("Linux", "amd64", file).avx2()).contains(avx2);
  }

  @Test
  void whatCannotBeReadIsNotKnown() throws IOException {
    Path file = Files.writeString(directory.resolve("cpuinfo"), "processor: 0\n");

    assertThat(Processor.of("Linux", "amd64", file).avx2()).isEqualTo(Optional.empty());
    assertThat(Processor.of("Mac OS X", "x86_64", directory.resolve("none")).avx2()).isEmpty();
  }

  @Test
  void armHasNone() {
    assertThat(Processor.of("Linux", "aarch64", directory.resolve("none")).avx2()).contains(false);
  }
}
