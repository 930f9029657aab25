package io.trunkline.tagging.pipeline;

/**
 * Where records go that cannot be processed.
 *
 * @param topic the topic, always of Avro {@code DeadLetter} records
 */
public record DeadLetters(String topic) {
  static DeadLetters read(Section section) {
    return new DeadLetters(section.get("topic", "dead-letters", Topics.NAME));
  }
}
