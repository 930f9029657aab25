package io.trunkline.cli.topics;

import io.trunkline.tagging.kafka.Brokers;
import io.trunkline.tagging.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Creates topics, and compares those that exist with what they should be like. */
public final class Topics implements AutoCloseable {
  private static final int MOST_LOOKS = 100;
  private static final long LOOK_MILLIS = 50;

  private final Brokers brokers;

  /** Works on the brokers of this pipeline. */
  public Topics(Pipeline pipeline) {
    brokers = new Brokers(pipeline);
  }

  /**
   * Creates those that are missing and leaves the others as they are.
   *
   * @param replication copies of each record; empty for what the brokers are set to
   * @return the names of those created
   */
  public List<String> create(
      Pipeline pipeline, TopicPlan plan, List<String> tasks, Optional<Short> replication)
      throws InterruptedException {
    List<TopicSpec> topics = plan.topics(pipeline, tasks);
    Set<String> existing = brokers.topics();
    List<NewTopic> missing =
        topics.stream()
            .filter(topic -> !existing.contains(topic.name()))
            .map(
                topic ->
                    new NewTopic(topic.name(), Optional.of(topic.partitions()), replication)
                        .configs(topic.settings()))
            .toList();
    brokers.answer(admin().createTopics(missing).all());
    List<String> names = missing.stream().map(NewTopic::name).toList();
    awaitVisible(names);
    return names;
  }

  /** The controller answers as soon as it knows a topic; a busy broker hears of it later. */
  private void awaitVisible(List<String> names) throws InterruptedException {
    for (int i = 0; i < MOST_LOOKS && !brokers.topics().containsAll(names); i++) {
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** One line for each thing that is not as planned; empty if all is. */
  public List<String> differences(Pipeline pipeline, TopicPlan plan, List<String> tasks)
      throws InterruptedException {
    List<TopicSpec> topics = plan.topics(pipeline, tasks);
    Set<String> existing = brokers.topics();
    List<String> names = topics.stream().map(TopicSpec::name).filter(existing::contains).toList();
    Map<String, TopicDescription> descriptions =
        brokers.answer(admin().describeTopics(names).allTopicNames());
    Map<ConfigResource, Config> settings =
        brokers.answer(admin().describeConfigs(resources(names)).all());
    List<String> differences = new ArrayList<>();
    for (TopicSpec topic : topics) {
      TopicDescription description = descriptions.get(topic.name());
      Config actual = settings.get(resource(topic.name()));
      if (description == null || actual == null) {
        differences.add(topic.name() + ": missing");
      } else {
        compare(topic, description.partitions().size(), actual, differences);
      }
    }
    return differences;
  }

  private static void compare(
      TopicSpec topic, int partitions, Config settings, List<String> differences) {
    if (!topic.allows(partitions)) {
      differences.add(
          "%s: partitions is %d, expected %s%d"
              .formatted(
                  topic.name(),
                  partitions,
                  topic.exactly() ? "exactly " : "at least ",
                  topic.partitions()));
    }
    new TreeMap<>(topic.settings())
        .forEach(
            (setting, expected) -> {
              String actual = settings.get(setting).value();
              if (!expected.equals(actual)) {
                differences.add(
                    "%s: %s is %s, expected %s".formatted(topic.name(), setting, actual, expected));
              }
            });
  }

  private static Collection<ConfigResource> resources(List<String> names) {
    return names.stream().map(Topics::resource).collect(Collectors.toList());
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private Admin admin() {
    return brokers.admin();
  }

  @Override
  public void close() {
    brokers.close();
  }
}
