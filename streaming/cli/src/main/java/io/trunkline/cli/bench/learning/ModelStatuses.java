package io.trunkline.cli.bench.learning;

import io.trunkline.cli.kafka.TopicReader;
import io.trunkline.schemas.avro.ModelState;
import io.trunkline.schemas.avro.ModelStatus;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Which generation each subtask says that it serves. Confined to one thread. */
final class ModelStatuses implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(50);

  private final AvroCodec<ModelStatus> codec = AvroCodec.of(ModelStatus.class);
  private final TopicReader reader;
  private final Map<Integer, Long> serving = new TreeMap<>();

  ModelStatuses(Pipeline pipeline) throws InterruptedException {
    reader = TopicReader.fromBeginning(pipeline, List.of(pipeline.models().statusTopic()));
  }

  /** Reads what has come. */
  void poll() throws IOException {
    for (ConsumerRecord<byte[], byte[]> record : reader.poll(PATIENCE)) {
      ModelStatus status = codec.decode(record.value());
      if (status.getState() == ModelState.SERVING) {
        serving.put(status.getSubtask(), status.getGeneration());
      }
    }
  }

  /** The generation by subtask. */
  Map<Integer, Long> serving() {
    return serving;
  }

  @Override
  public void close() {
    reader.close();
  }
}
