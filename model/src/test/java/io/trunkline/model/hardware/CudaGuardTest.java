package io.trunkline.model.hardware;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CudaGuardTest {
  private static final Backends CUDA = new Backends(false, true, List.of());
  private static final Gpu A100 = new Gpu(0, "GPU-a", "A100", new ComputeCapability(8, 0));
  private static final Gpu H100 = new Gpu(1, "GPU-h", "H100", new ComputeCapability(9, 0));

  @Test
  void theCpuNeedsNoCard() {
    Backends cpu = new Backends(true, false, List.of("linux-x86_64"));

    assertThatCode(
            () ->
                CudaGuard.check(
                    cpu,
                    () -> {
                      throw new AssertionError("nobody should look");
                    }))
        .doesNotThrowAnyException();
  }

  @Test
  void oneUsableCardIsEnough() {
    assertThatCode(() -> CudaGuard.check(CUDA, () -> GpuSurvey.of(List.of(A100, H100))))
        .doesNotThrowAnyException();
  }

  @Test
  void aCardThatIsTooNewIsRefusedBeforeItFails() {
    assertThatThrownBy(() -> CudaGuard.check(CUDA, () -> GpuSurvey.of(List.of(H100))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "this build computes on NVIDIA cards and cannot here: nd4j-cuda-11.6 has no machine"
                + " code for H100 (1, compute capability 9.0); it needs 3.7 or 5.0 to 8.9; one that"
                + " is built without -Pcuda computes on the CPU");
  }

  @Test
  void aMissingDriverIsRefused() {
    assertThatThrownBy(() -> CudaGuard.check(CUDA, () -> GpuSurvey.without("no NVIDIA driver")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("cannot here: no NVIDIA driver; ");
  }

  @Test
  void bothBackendsAreOneTooMany() {
    Backends both = new Backends(true, true, List.of("linux-x86_64"));

    assertThatThrownBy(() -> CudaGuard.check(both, () -> GpuSurvey.of(List.of(A100))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("both of ND4J's backends");
  }
}
