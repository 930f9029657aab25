package io.trunkline.bench.pipeline;

import io.trunkline.model.onnx.OnnxGraph;
import java.nio.file.Path;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** Kafka Streams, exactly once, with ONNX Runtime in a processor. */
final class StreamsWay implements Way {
  private static final int MOST_MINUTES = 10;

  private final Course course;
  private final OnnxGraph graph;
  private final Path directory;

  StreamsWay(Course course, OnnxGraph graph, Path directory) {
    this.course = course;
    this.graph = graph;
    this.directory = directory;
  }

  @Override
  public Stopwatch.Speed run(Stopwatch stopwatch) throws Exception {
    CountDownLatch left = new CountDownLatch(course.events());
    try (Relabeller relabeller = new Relabeller(course, graph, stopwatch);
        KafkaStreams streams = new KafkaStreams(topology(relabeller, left), properties())) {
      streams.start();
      if (!left.await(MOST_MINUTES, TimeUnit.MINUTES)) {
        throw new IllegalStateException("Kafka Streams is not done after many minutes");
      }
      streams.close(); // Commits.
      return stopwatch.stop();
    }
  }

  private Topology topology(Relabeller relabeller, CountDownLatch left) {
    Topology topology = new Topology();
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    topology.addSource("questions", bytes, bytes, course.pipeline().questions().topic());
    topology.addProcessor("tagging", () -> new BatchProcessor(relabeller, left), "questions");
    topology.addStateStore(BatchProcessor.store(), "tagging");
    for (String topic : course.labelTopics()) {
      topology.addSink(
          topic, topic, new ByteArraySerializer(), new ByteArraySerializer(), "tagging");
    }
    return topology;
  }

  private Properties properties() {
    Properties properties = course.pipeline().producerProperties();
    properties.remove("acks");
    properties.remove("enable.idempotence");
    properties.setProperty(
        StreamsConfig.APPLICATION_ID_CONFIG,
        course.pipeline().name() + "-streams-" + UUID.randomUUID());
    properties.setProperty(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    properties.setProperty(
        StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.setProperty(
        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
        Long.toString(course.pipeline().checkpointing().interval().toMillis()));
    properties.setProperty("auto.offset.reset", "earliest");
    return properties;
  }
}
