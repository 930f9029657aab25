package io.trunkline.model.hardware;

import java.util.List;
import java.util.stream.Stream;

/**
 * What of ND4J is on the class path; looked for as files, so that nothing of it starts.
 *
 * @param cpu whether there is the backend for processors
 * @param cuda whether there is the backend for NVIDIA cards
 * @param natives the classifiers of the processor backend's binaries that are there for this
 *     machine's platform, in the order in which ND4J prefers them
 */
public record Backends(boolean cpu, boolean cuda, List<String> natives) {
  private static final String CPU_CLASS = "org/nd4j/linalg/cpu/nativecpu/CpuBackend.class";
  private static final String CUDA_CLASS = "org/nd4j/linalg/jcublas/JCublasBackend.class";
  private static final String BINDINGS = "org/nd4j/linalg/cpu/nativecpu/bindings/";

  /** What JavaCPP puts behind the platform, in its order. */
  private static final List<String> EXTENSIONS =
      List.of("-onednn", "-onednn-avx512", "-onednn-avx2", "", "-avx2", "-avx512", "-compat");

  public Backends {
    natives = List.copyOf(natives);
  }

  /** What this process can start, as ND4J's own loader sees it. */
  public static Backends ofThisProcess() {
    return of(Backends.class.getClassLoader(), Processor.ofThisMachine().platform());
  }

  /**
   * Looks.
   *
   * @param loader which sees what ND4J will see
   * @param platform see {@link Processor#platform}
   */
  public static Backends of(ClassLoader loader, String platform) {
    return new Backends(
        loader.getResource(CPU_CLASS) != null,
        loader.getResource(CUDA_CLASS) != null,
        EXTENSIONS.stream()
            .map(extension -> platform + extension)
            .filter(classifier -> hasLibrary(loader, classifier))
            .toList());
  }

  /** Whether the binary that ND4J will load, the first, cannot run without AVX2. */
  public boolean needAvx2() {
    return !natives.isEmpty() && natives.get(0).endsWith("avx2");
  }

  private static boolean hasLibrary(ClassLoader loader, String classifier) {
    return Stream.of("libjnind4jcpu.so", "libjnind4jcpu.dylib", "jnind4jcpu.dll")
        .anyMatch(library -> loader.getResource(BINDINGS + classifier + "/" + library) != null);
  }
}
