package io.trunkline.cli.doctor;

import io.trunkline.model.hardware.Backends;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the libraries are there that ND4J's CUDA backend is linked to. Looked for as files: to
 * load one is to start CUDA.
 */
final class CudaCheck {
  private static final String NAME = "cuda";

  /** Of CUDA 11.6 and cuDNN 8; the rest comes with them. */
  private static final List<String> LIBRARIES =
      List.of(
          "libcudart.so.11.0",
          "libcublas.so.11",
          "libcusolver.so.11",
          "libcusparse.so.11",
          "libcudnn.so.8");

  /** Where NVIDIA's packages and images put them. */
  private static final List<String> USUAL =
      List.of(
          "/usr/local/cuda/lib64",
          "/usr/local/cuda-11.6/lib64",
          "/usr/local/cuda-11.6/targets/x86_64-linux/lib",
          "/usr/lib/x86_64-linux-gnu",
          "/usr/lib64");

  private CudaCheck() {}

  /**
   * Looks; a build that computes on the CPU needs none.
   *
   * @param libraryPath the value of {@code LD_LIBRARY_PATH}; null where it is not set
   */
  static Optional<Diagnosis> of(Backends backends, @Nullable String libraryPath) {
    return backends.cuda() ? Optional.of(of(directories(libraryPath))) : Optional.empty();
  }

  static Diagnosis of(List<Path> directories) {
    List<String> missing =
        LIBRARIES.stream()
            .filter(
                library ->
                    directories.stream()
                        .noneMatch(directory -> Files.exists(directory.resolve(library))))
            .toList();
    if (missing.isEmpty()) {
      return Diagnosis.ok(NAME, "CUDA 11 and cuDNN 8 are there");
    }
    return Diagnosis.fault(
        NAME,
        "no " + String.join(", ", missing),
        "install CUDA 11.6 and cuDNN 8, or use NVIDIA's image of that version, and name their"
            + " directories in LD_LIBRARY_PATH");
  }

  private static List<Path> directories(@Nullable String libraryPath) {
    Stream<String> named =
        libraryPath == null ? Stream.of() : Stream.of(libraryPath.split(File.pathSeparator));
    List<Path> directories = new ArrayList<>();
    Stream.concat(named, USUAL.stream())
        .filter(directory -> !directory.isBlank())
        .map(Path::of)
        .forEach(directories::add);
    return directories;
  }
}
