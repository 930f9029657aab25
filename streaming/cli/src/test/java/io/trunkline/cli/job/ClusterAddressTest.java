package io.trunkline.cli.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClusterAddressTest {
  @Test
  void hostAndPortAreReadAndPrinted() {
    assertThat(ClusterAddress.parse("flink:8081")).isEqualTo(new ClusterAddress("flink", 8081));
    assertThat(ClusterAddress.parse("flink:8081")).hasToString("flink:8081");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "flink", ":8081", "flink:", "flink:x", "flink:0", "flink:65536"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> ClusterAddress.parse(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("found '" + text + "', expected HOST:PORT of a Flink cluster's REST API");
  }
}
