package io.trunkline.model.hardware;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackendGuardTest {
  private static final Backends CUDA = new Backends(false, true, List.of());
  private static final Processor AVX2 = processor(true);
  private static final GpuDiscovery NOBODY_LOOKS =
      () -> {
        throw new AssertionError("nobody should look for cards");
      };
  private static final Gpu A100 = new Gpu(0, "GPU-a", "A100", new ComputeCapability(8, 0));
  private static final Gpu H100 = new Gpu(1, "GPU-h", "H100", new ComputeCapability(9, 0));

  @ParameterizedTest(name = "{0}, AVX2 {1}")
  @CsvSource({
    "linux-x86_64-onednn-avx2, true",
    "linux-x86_64-onednn-avx2, ",
    "linux-x86_64, false",
    "linux-x86_64, true"
  })
  void theCpuNeedsNoCard(String classifier, @Nullable Boolean avx2) {
    assertThatCode(() -> BackendGuard.check(cpu(classifier), processor(avx2), NOBODY_LOOKS))
        .doesNotThrowAnyException();
  }

  @Test
  void aProcessorThatCannotRunTheBinaryIsTold() {
    Backends backends = cpu("linux-x86_64-onednn-avx2");

    assertThatThrownBy(() -> BackendGuard.check(backends, processor(false), NOBODY_LOOKS))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "ND4J's binary linux-x86_64-onednn-avx2 needs AVX2, which this processor lacks; build"
                + " with -Dnd4j.classifier=linux-x86_64");
  }

  @Test
  void oneUsableCardIsEnough() {
    assertThatCode(() -> BackendGuard.check(CUDA, AVX2, () -> GpuSurvey.of(List.of(A100, H100))))
        .doesNotThrowAnyException();
  }

  @Test
  void aCardThatIsTooNewIsRefusedBeforeItFails() {
    assertThatThrownBy(() -> BackendGuard.check(CUDA, AVX2, () -> GpuSurvey.of(List.of(H100))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "this build computes on NVIDIA cards and cannot here: nd4j-cuda-11.6 has no machine"
                + " code for H100 (1, compute capability 9.0); it needs 3.7 or 5.0 to 8.9; one that"
                + " is built without -Pcuda computes on the CPU");
  }

  @Test
  void aMissingDriverIsRefused() {
    assertThatThrownBy(
            () -> BackendGuard.check(CUDA, AVX2, () -> GpuSurvey.without("no NVIDIA driver")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("cannot here: no NVIDIA driver; ");
  }

  @Test
  void bothBackendsAreOneTooMany() {
    Backends both = new Backends(true, true, List.of("linux-x86_64"));

    assertThatThrownBy(() -> BackendGuard.check(both, AVX2, () -> GpuSurvey.of(List.of(A100))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("both of ND4J's backends");
  }

  private static Backends cpu(String classifier) {
    return new Backends(true, false, List.of(classifier));
  }

  private static Processor processor(@Nullable Boolean avx2) {
    return new Processor("linux-x86_64", Optional.ofNullable(avx2));
  }
}
