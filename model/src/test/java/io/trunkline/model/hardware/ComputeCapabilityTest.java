package io.trunkline.model.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ComputeCapabilityTest {
  @ParameterizedTest(name = "{1} {0}: {2}")
  @CsvSource({
    "2.1, GTX 580, false",
    "3.0, K10, false",
    "3.5, K40, false",
    "3.7, K80, true",
    "5.0, M10, true",
    "5.2, M60, true",
    "6.0, P100, true",
    "6.1, P4, true",
    "7.0, V100, true",
    "7.5, T4, true",
    "8.0, A100, true",
    "8.6, A10, true",
    "8.9, L4, true",
    "9.0, H100, false",
    "10.0, B200, false",
    "12.0, RTX 5090, false"
  })
  void theBackendRunsWhereItHasMachineCode(String capability, String card, boolean runs) {
    assertThat(ComputeCapability.parse(capability).runsCudaBackend()).as(card).isEqualTo(runs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8", "8.", ".0", "8.0.1", "-8.0", "[N/A]", "9999999999.0"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> ComputeCapability.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void itIsWrittenAsItIsRead() {
    assertThat(ComputeCapability.parse("8.6")).hasToString("8.6");
  }
}
