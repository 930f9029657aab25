package io.trunkline.model.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackendsTest {
  @TempDir Path directory;

  @Test
  void theBuildHasOneBackendAndOneBinary() {
    Backends backends =
        Backends.of(BackendsTest.class.getClassLoader(), Processor.ofThisMachine().platform());

    assertThat(backends.cpu()).isNotEqualTo(backends.cuda());
    assertThat(backends.natives()).hasSize(backends.cpu() ? 1 : 0);
  }

  @Test
  void binariesAreNamedInTheOrderOfPreference() throws IOException {
    put("org/nd4j/linalg/cpu/nativecpu/CpuBackend.class");
    put("org/nd4j/linalg/cpu/nativecpu/bindings/linux-x86_64/libjnind4jcpu.so");
    put("org/nd4j/linalg/cpu/nativecpu/bindings/linux-x86_64-onednn-avx2/libjnind4jcpu.so");
    put("org/nd4j/linalg/cpu/nativecpu/bindings/windows-x86_64/jnind4jcpu.dll");

    Backends backends = look("linux-x86_64");

    assertThat(backends.cpu()).isTrue();
    assertThat(backends.cuda()).isFalse();
    assertThat(backends.natives()).containsExactly("linux-x86_64-onednn-avx2", "linux-x86_64");
    assertThat(look("windows-x86_64").natives()).containsExactly("windows-x86_64");
    assertThat(look("linux-arm64").natives()).isEmpty();
  }

  @Test
  void theCudaBackendIsSeen() throws IOException {
    put("org/nd4j/linalg/jcublas/JCublasBackend.class");

    assertThat(look("linux-x86_64").cuda()).isTrue();
    assertThat(look("linux-x86_64").cpu()).isFalse();
  }

  private void put(String name) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[0]);
  }

  private Backends look(String platform) throws IOException {
    URL[] urls = {directory.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      return Backends.of(loader, platform);
    }
  }
}
