package io.trunkline.cli.doctor;

import io.trunkline.model.InvalidInputException;
import io.trunkline.tagging.kafka.Brokers;
import io.trunkline.tagging.pipeline.Pipeline;
import org.apache.kafka.common.KafkaException;

/** Whether a pipeline's brokers answer. */
final class KafkaCheck {
  private static final String NAME = "kafka";

  private KafkaCheck() {}

  static Diagnosis of(Pipeline pipeline) throws InterruptedException {
    String servers = pipeline.kafka().bootstrapServers();
    try (Brokers brokers = new Brokers(pipeline)) {
      return Diagnosis.ok(NAME, servers + " answers, topics: " + brokers.topics().size());
    } catch (InvalidInputException e) {
      return Diagnosis.fault(
          NAME,
          String.valueOf(e.getMessage()),
          "mend kafka.* in the pipeline's file, or start the broker");
    } catch (KafkaException e) {
      return Diagnosis.fault(
          NAME, servers + " answers: " + e.getMessage(), "see what the broker's log says");
    }
  }
}
