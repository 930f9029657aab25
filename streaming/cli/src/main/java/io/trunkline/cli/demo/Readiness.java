package io.trunkline.cli.demo;

import io.trunkline.cli.kafka.TopicReader;
import io.trunkline.schemas.avro.ModelState;
import io.trunkline.schemas.avro.ModelStatus;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Learns from the model status topic when a job is ready to tag: accepted by the cluster it still
 * has to be deployed, and to load its model. Confined to one thread.
 */
final class Readiness implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final Pipeline pipeline;
  private final AvroCodec<ModelStatus> codec = AvroCodec.of(ModelStatus.class);
  private final TopicReader statuses;
  private final Set<Integer> ready = new HashSet<>();

  Readiness(Pipeline pipeline) throws InterruptedException {
    this.pipeline = pipeline;
    this.statuses = TopicReader.fromBeginning(pipeline, List.of(pipeline.models().statusTopic()));
  }

  /** Reads what has come, and says whether every subtask serves a model. */
  boolean poll() throws IOException {
    for (ConsumerRecord<byte[], byte[]> record : statuses.poll(PATIENCE)) {
      ModelStatus status = codec.decode(record.value());
      if (status.getState() == ModelState.SERVING) {
        ready.add(status.getSubtask());
      }
    }
    return ready.size() == pipeline.parallelism();
  }

  @Override
  public void close() {
    statuses.close();
  }
}
