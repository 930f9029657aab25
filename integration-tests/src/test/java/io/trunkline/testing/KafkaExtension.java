package io.trunkline.testing;

import io.trunkline.cli.kafka.EmbeddedKafka;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a test the {@link KafkaTopics} of one broker that all tests of a run share. Each makes
 * topics of its own, so that they can run in any order.
 */
public final class KafkaExtension implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == KafkaTopics.class;
  }

  @Override
  public KafkaTopics resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(KafkaExtension.class))
        .getOrComputeIfAbsent(SharedBroker.class, key -> SharedBroker.start(), SharedBroker.class)
        .topics();
  }

  private record SharedBroker(EmbeddedKafka kafka, KafkaTopics topics) implements AutoCloseable {
    static SharedBroker start() {
      try {
        EmbeddedKafka kafka =
            EmbeddedKafka.start(Files.createTempDirectory(Path.of("target"), "kafka-"));
        return new SharedBroker(kafka, new KafkaTopics(kafka.bootstrapServers()));
      } catch (Exception e) {
        throw new IllegalStateException("no broker", e);
      }
    }

    @Override
    public void close() {
      topics.close();
      kafka.close();
    }
  }
}
