package io.trunkline.tagging.kafka;

import io.trunkline.model.InvalidInputException;
import io.trunkline.tagging.pipeline.Pipeline;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * The brokers of a pipeline, asked on a person's behalf: who waits gets an answer within seconds,
 * and one line where there is none.
 */
public final class Brokers implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Pipeline pipeline;
  private final String servers;
  private final Admin admin;

  /**
   * Prepares to ask; does not connect yet.
   *
   * @throws InvalidInputException if the addresses or properties cannot be used
   */
  public Brokers(Pipeline pipeline) {
    this.pipeline = pipeline;
    servers = pipeline.kafka().bootstrapServers();
    Properties properties = pipeline.adminProperties();
    // One that is given serves for both: Kafka refuses a request that may outlast its call.
    String patience = Long.toString(PATIENCE.toMillis());
    String call = properties.getProperty("default.api.timeout.ms", patience);
    properties.putIfAbsent("request.timeout.ms", call);
    properties.putIfAbsent("default.api.timeout.ms", properties.getProperty("request.timeout.ms"));
    try {
      admin = Admin.create(properties);
    } catch (KafkaException e) {
      throw pipeline.invalid(
          "kafka", "no client can be made for '" + servers + "': " + innermost(e).getMessage());
    }
  }

  /** Asks; the futures it returns go to {@link #answer}. */
  public Admin admin() {
    return admin;
  }

  /**
   * Waits for an answer.
   *
   * @throws InvalidInputException if nobody answers, or the brokers do not let us in
   * @throws KafkaException whatever else they answer
   */
  public <T> T answer(KafkaFuture<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw explained(e.getCause());
    }
  }

  /** The names of all topics. */
  public Set<String> topics() throws InterruptedException {
    return answer(admin.listTopics().names());
  }

  /**
   * Every partition of these topics.
   *
   * @throws InvalidInputException if a topic does not exist
   */
  public List<TopicPartition> partitions(Collection<String> topics) throws InterruptedException {
    try {
      return answer(admin.describeTopics(topics).allTopicNames()).values().stream()
          .flatMap(
              topic ->
                  topic.partitions().stream()
                      .map(info -> new TopicPartition(topic.name(), info.partition())))
          .toList();
    } catch (UnknownTopicOrPartitionException e) {
      throw new InvalidInputException(
          "topic '%s' does not exist at '%s'; 'trunkline topics create' creates what a pipeline needs"
              .formatted(String.join("' or '", topics), servers),
          e);
    }
  }

  private RuntimeException explained(@Nullable Throwable cause) {
    if (cause instanceof TimeoutException) {
      return pipeline.invalid(
          "kafka.bootstrap.servers",
          "no broker answers at '" + servers + "', expected host:port of one that runs");
    }
    if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
      return pipeline.invalid(
          "kafka", "the broker at '" + servers + "' refuses: " + cause.getMessage());
    }
    return cause instanceof KafkaException kafka ? kafka : new KafkaException(cause);
  }

  private static Throwable innermost(Throwable e) {
    Throwable inner = e;
    for (Throwable next = inner.getCause(); next != null; next = inner.getCause()) {
      inner = next;
    }
    return inner;
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
