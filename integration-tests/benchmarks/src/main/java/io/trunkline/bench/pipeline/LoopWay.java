package io.trunkline.bench.pipeline;

import io.trunkline.model.onnx.OnnxGraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A consumer and a transactional producer in a loop, with ONNX Runtime between them. It commits as
 * often as the job checkpoints.
 */
final class LoopWay implements Way {
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final Course course;
  private final OnnxGraph graph;

  LoopWay(Course course, OnnxGraph graph) {
    this.course = course;
    this.graph = graph;
  }

  @Override
  public Stopwatch.Speed run(Stopwatch stopwatch) {
    try (Relabeller relabeller = new Relabeller(course, graph, stopwatch);
        KafkaConsumer<byte[], byte[]> consumer = consumer();
        KafkaProducer<byte[], byte[]> producer = producer()) {
      run(relabeller, consumer, producer);
      return stopwatch.stop();
    }
  }

  private void run(
      Relabeller relabeller,
      KafkaConsumer<byte[], byte[]> consumer,
      KafkaProducer<byte[], byte[]> producer) {
    TopicPartition partition = new TopicPartition(course.pipeline().questions().topic(), 0);
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    producer.initTransactions();
    producer.beginTransaction();
    long interval = course.pipeline().checkpointing().interval().toNanos();
    long committed = System.nanoTime();
    for (int done = 0; done < course.events(); ) {
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      consumer.poll(PATIENCE).forEach(records::add);
      relabeller.label(records, producer::send);
      done += records.size();
      if (System.nanoTime() - committed > interval || done == course.events()) {
        producer.sendOffsetsToTransaction(
            Map.of(partition, new OffsetAndMetadata(consumer.position(partition))),
            consumer.groupMetadata());
        producer.commitTransaction();
        committed = System.nanoTime();
        if (done < course.events()) {
          producer.beginTransaction();
        }
      }
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Properties properties = course.pipeline().consumerProperties();
    properties.setProperty("group.id", course.pipeline().name() + "-loop-" + UUID.randomUUID());
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private KafkaProducer<byte[], byte[]> producer() {
    Properties properties = course.pipeline().producerProperties();
    properties.setProperty("transactional.id", course.pipeline().name() + "-loop");
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
