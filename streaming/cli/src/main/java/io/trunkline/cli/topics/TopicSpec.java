package io.trunkline.cli.topics;

import java.util.Map;

/**
 * What a topic should be like.
 *
 * @param name its name
 * @param partitions how many it has
 * @param exactly whether more partitions than that are wrong, too
 * @param settings topic settings under Kafka's names
 */
record TopicSpec(String name, int partitions, boolean exactly, Map<String, String> settings) {
  boolean allows(int actualPartitions) {
    return exactly ? actualPartitions == partitions : actualPartitions >= partitions;
  }
}
