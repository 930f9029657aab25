package io.trunkline.model.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GpuPreflightTest {
  private static final Gpu A100 = new Gpu(0, "GPU-aa11", "A100", new ComputeCapability(8, 0));
  private static final Gpu H100 = new Gpu(1, "GPU-aa22", "H100", new ComputeCapability(9, 0));
  private static final Gpu T4 = new Gpu(2, "GPU-bb33", "T4", new ComputeCapability(7, 5));
  private static final GpuDiscovery MIXED = () -> GpuSurvey.of(List.of(A100, H100, T4));

  @ParameterizedTest(name = "CUDA_VISIBLE_DEVICES={0}")
  @CsvSource({
    "0, 0",
    "'2,0', 2 0",
    "' 2 , 0 ', 2 0",
    "'0,7,2', 0",
    "'0,0,2', 0",
    "GPU-bb33, 2",
    "'GPU-b,GPU-aa1', 2 0",
    "GPU-aa, ''",
    "-1, ''",
    "'', ''",
    "none, ''"
  })
  void cardsAreSeenAsCudaSeesThem(String variable, String indices) throws Exception {
    List<Gpu> seen = GpuPreflight.of(MIXED, variable).visible();

    assertThat(seen.stream().map(card -> Integer.toString(card.index())))
        .containsExactly(indices.isEmpty() ? new String[0] : indices.split(" "));
  }

  @Test
  void withoutTheVariableAllAreSeen() throws Exception {
    GpuPreflight preflight = GpuPreflight.of(MIXED, null);

    assertThat(preflight.visible()).containsExactly(A100, H100, T4);
    assertThat(preflight.hidden()).isEmpty();
    assertThat(preflight.usable()).containsExactly(A100, T4);
    assertThat(preflight.unusable()).containsExactly(H100);
  }

  @Test
  void oneUnusableCardAmongThoseSeenIsTooMany() throws Exception {
    GpuPreflight preflight = GpuPreflight.of(MIXED, null);

    assertThat(preflight.canUseCuda()).isFalse();
    assertThat(preflight.summary())
        .isEqualTo(
            "nd4j-cuda-11.6 has no machine code for H100 (1, compute capability 9.0); it needs 3.7"
                + " or 5.0 to 8.9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0,2", "GPU-aa11,GPU-bb33"})
  void anUnusableCardThatIsHiddenDoesNotMatter(String variable) throws Exception {
    GpuPreflight preflight = GpuPreflight.of(MIXED, variable);

    assertThat(preflight.canUseCuda()).isTrue();
    assertThat(preflight.hidden()).containsExactly(H100);
    assertThat(preflight.summary())
        .isEqualTo(
            "nd4j-cuda-11.6 can use A100 (0, compute capability 8.0), T4 (2, compute capability"
                + " 7.5)");
  }

  @Test
  void allHiddenIsSaid() throws Exception {
    GpuPreflight preflight = GpuPreflight.of(() -> GpuSurvey.of(List.of(A100)), "");

    assertThat(preflight.canUseCuda()).isFalse();
    assertThat(preflight.summary())
        .isEqualTo("CUDA_VISIBLE_DEVICES hides A100 (0, compute capability 8.0)");
  }

  @Test
  void aMissingDriverIsSaid() throws Exception {
    GpuPreflight preflight = GpuPreflight.of(() -> GpuSurvey.without("no NVIDIA driver"), null);

    assertThat(preflight.canUseCuda()).isFalse();
    assertThat(preflight.summary()).isEqualTo("no NVIDIA driver");
  }
}
