package io.trunkline.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.hardware.Backends;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CudaCheckTest {
  @TempDir private Path one;
  @TempDir private Path other;

  @Test
  void aBuildForTheCpuNeedsNoLibraries() {
    assertThat(CudaCheck.of(new Backends(true, false, List.of("linux-x86_64")), null)).isEmpty();
  }

  @Test
  void librariesMayLieInSeveralDirectories() throws IOException {
    for (String library : List.of("libcudart.so.11.0", "libcublas.so.11", "libcusolver.so.11")) {
      Files.createFile(one.resolve(library));
    }
    Files.createFile(other.resolve("libcusparse.so.11"));
    Files.createFile(other.resolve("libcudnn.so.8"));

    assertThat(CudaCheck.of(List.of(one, other)))
        .isEqualTo(Diagnosis.ok("cuda", "CUDA 11 and cuDNN 8 are there"));
  }

  @Test
  void whatIsMissingIsNamedWithTheRemedy() throws IOException {
    for (String library :
        List.of("libcudart.so.11.0", "libcublas.so.11", "libcusolver.so.11", "libcudnn.so.9")) {
      Files.createFile(one.resolve(library));
    }

    Diagnosis diagnosis = CudaCheck.of(List.of(one));

    assertThat(diagnosis.grade()).isEqualTo(Grade.FAULT);
    assertThat(diagnosis.finding()).isEqualTo("no libcusparse.so.11, libcudnn.so.8");
    assertThat(diagnosis.remedy()).startsWith("install CUDA 11.6 and cuDNN 8");
  }
}
