package io.trunkline.tagging.kafka;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import io.trunkline.tagging.pipeline.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BrokersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "request.timeout.ms: 60000",
        "default.api.timeout.ms: 1000",
        "default.api.timeout.ms: 70000",
        "default.api.timeout.ms: 5000, request.timeout.ms: 5000"
      })
  void theTimeoutsOfAPipelineAreTaken(String timeouts) {
    Pipeline pipeline =
        Pipeline.parse("kafka: {bootstrap.servers: 'localhost:1', %s}".formatted(timeouts), "p");

    assertThatCode(() -> new Brokers(pipeline).close()).doesNotThrowAnyException();
  }

  @Test
  void anAddressThatIsNoneIsRefusedWithItsPlace() {
    Pipeline pipeline = Pipeline.parse("kafka:\n  bootstrap.servers: nowhere\n", "p.yaml");

    assertThatThrownBy(() -> new Brokers(pipeline))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "p.yaml:1:1: kafka: no client can be made for 'nowhere': Invalid url in"
                + " bootstrap.servers: nowhere");
  }

  @Test
  void aBrokerThatDoesNotAnswerIsNamedWithItsPlace() {
    Pipeline pipeline =
        Pipeline.parse(
            """
            kafka:
              bootstrap.servers: localhost:1
              default.api.timeout.ms: 100
            """,
            "p.yaml");

    try (Brokers brokers = new Brokers(pipeline)) {
      assertThatThrownBy(brokers::topics)
          .isInstanceOf(InvalidInputException.class)
          .hasMessage(
              "p.yaml:2:3: kafka.bootstrap.servers: no broker answers at 'localhost:1', expected"
                  + " host:port of one that runs");
    }
  }
}
