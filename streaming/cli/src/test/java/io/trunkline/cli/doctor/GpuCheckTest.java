package io.trunkline.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.hardware.Backends;
import io.trunkline.model.hardware.ComputeCapability;
import io.trunkline.model.hardware.Gpu;
import io.trunkline.model.hardware.GpuPreflight;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GpuCheckTest {
  private static final Backends CPU = new Backends(true, false, List.of("linux-x86_64"));
  private static final Backends CUDA = new Backends(false, true, List.of());
  private static final Gpu A100 = new Gpu(0, "GPU-a", "A100", new ComputeCapability(8, 0));
  private static final Gpu H100 = new Gpu(1, "GPU-h", "H100", new ComputeCapability(9, 0));
  private static final Gpu T4 = new Gpu(2, "GPU-t", "T4", new ComputeCapability(7, 5));

  @Test
  void theCpuServesWhateverTheCards() {
    assertThat(GpuCheck.of(new GpuPreflight(List.of(), List.of(), "no NVIDIA driver"), CPU))
        .isEqualTo(Diagnosis.ok("gpu", "the CPU serves: no NVIDIA driver"));
    assertThat(GpuCheck.of(seen(A100), CPU))
        .isEqualTo(
            Diagnosis.ok(
                "gpu",
                "the CPU serves: nd4j-cuda-11.6 can use A100 (0, compute capability 8.0) in a build"
                    + " with -Pcuda"));
    assertThat(GpuCheck.of(seen(H100), CPU).finding())
        .startsWith("the CPU serves: nd4j-cuda-11.6 has no machine code for H100");
  }

  @Test
  void oneUsableCardIsWhatCudaNeeds() {
    assertThat(GpuCheck.of(seen(A100), CUDA))
        .isEqualTo(Diagnosis.ok("gpu", "nd4j-cuda-11.6 can use A100 (0, compute capability 8.0)"));
  }

  @Test
  void severalCardsAreTooManyForOneProcess() {
    Diagnosis diagnosis = GpuCheck.of(seen(A100, T4), CUDA);

    assertThat(diagnosis.grade()).isEqualTo(Grade.WARNING);
    assertThat(diagnosis.remedy()).isEqualTo("set CUDA_VISIBLE_DEVICES=GPU-a");
  }

  @Test
  void anUnusableCardIsToBeHidden() {
    Diagnosis diagnosis = GpuCheck.of(seen(H100, T4), CUDA);

    assertThat(diagnosis.grade()).isEqualTo(Grade.FAULT);
    assertThat(diagnosis.remedy()).isEqualTo("set CUDA_VISIBLE_DEVICES=GPU-t");
  }

  @Test
  void withoutAUsableCardTheBuildIsTheWrongOne() {
    for (GpuPreflight none :
        List.of(seen(H100), new GpuPreflight(List.of(), List.of(), "no NVIDIA driver"))) {
      Diagnosis diagnosis = GpuCheck.of(none, CUDA);

      assertThat(diagnosis.grade()).isEqualTo(Grade.FAULT);
      assertThat(diagnosis.remedy()).contains("without -Pcuda").contains("the CPU serves");
    }
  }

  private static GpuPreflight seen(Gpu... cards) {
    return new GpuPreflight(List.of(cards), List.of(), "");
  }
}
