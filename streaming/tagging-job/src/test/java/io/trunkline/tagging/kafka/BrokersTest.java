package io.trunkline.tagging.kafka;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.trunkline.tagging.pipeline.Pipeline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BrokersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "request.timeout.ms: 60000",
        "default.api.timeout.ms: 70000",
        "default.api.timeout.ms: 5000, request.timeout.ms: 5000"
      })
  void theTimeoutsOfAPipelineAreTaken(String timeouts) {
    Pipeline pipeline =
        Pipeline.parse("kafka: {bootstrap.servers: 'localhost:1', %s}".formatted(timeouts), "p");

    assertThatCode(() -> new Brokers(pipeline).close()).doesNotThrowAnyException();
  }
}
