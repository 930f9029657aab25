package io.trunkline.tagging.pipeline;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How Kafka is reached.
 *
 * @param properties client properties under Kafka's own names, handed to every client as they are;
 *     {@code bootstrap.servers} is among them
 */
public record Kafka(Map<String, String> properties) {
  static final String TRANSACTION_TIMEOUT = "transaction.timeout.ms";

  /** The broker refuses more than its transaction.max.timeout.ms, by default 15 minutes. */
  private static final Duration DEFAULT_TRANSACTION_TIMEOUT = Duration.ofMinutes(10);

  /** Kafka's own default of max.request.size. */
  private static final int DEFAULT_MAX_REQUEST_SIZE = 1024 * 1024;

  /** Properties that Trunkline sets itself, and what decides them. */
  private static final Map<String, String> RESERVED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("group.id", "name"),
              Map.entry("transactional.id", "name"),
              Map.entry("transaction.two.phase.commit.enable", "guarantee"),
              Map.entry("acks", "guarantee"),
              Map.entry("enable.idempotence", "guarantee"),
              Map.entry("isolation.level", "guarantee"),
              Map.entry("enable.auto.commit", "guarantee"),
              Map.entry("auto.offset.reset", "questions.start"),
              Map.entry("key.deserializer", "questions.format"),
              Map.entry("value.deserializer", "questions.format"),
              Map.entry("key.serializer", "labels.format"),
              Map.entry("value.serializer", "labels.format")));

  public Kafka {
    properties = Map.copyOf(properties);
  }

  static Kafka read(Section section) {
    Map<String, String> properties = section.entries();
    RESERVED.forEach(
        (property, decider) -> {
          if (properties.containsKey(property)) {
            throw section.invalid(
                property, "set by Trunkline, expected it left out; see " + decider + " instead");
          }
        });
    if (!properties.containsKey("bootstrap.servers")) {
      throw section.invalid("bootstrap.servers", "missing, expected host:port of a broker");
    }
    section.get(TRANSACTION_TIMEOUT, 1, Scalar.integer(1, Integer.MAX_VALUE));
    section.get("max.request.size", 0, Scalar.integer(0, Integer.MAX_VALUE));
    return new Kafka(properties);
  }

  /** The brokers to ask first, {@code host:port}, separated by commas. */
  public String bootstrapServers() {
    return properties.getOrDefault("bootstrap.servers", "");
  }

  /** The largest record a producer with these properties sends, in bytes with its batch header. */
  public int maxRequestSize() {
    return Integer.parseInt(
        properties.getOrDefault("max.request.size", Integer.toString(DEFAULT_MAX_REQUEST_SIZE)));
  }

  /** Whether producers with these properties compress. */
  public boolean compresses() {
    return !properties.getOrDefault("compression.type", "none").equals("none");
  }

  Duration transactionTimeout() {
    String millis = properties.get(TRANSACTION_TIMEOUT);
    return millis == null ? DEFAULT_TRANSACTION_TIMEOUT : Duration.ofMillis(Long.parseLong(millis));
  }

  Properties toProperties() {
    Properties copy = new Properties();
    copy.putAll(properties);
    return copy;
  }

  /** Names alone: passwords are among the values. */
  @Override
  public String toString() {
    return "Kafka" + properties.keySet();
  }
}
