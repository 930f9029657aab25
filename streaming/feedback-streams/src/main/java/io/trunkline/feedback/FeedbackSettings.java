package io.trunkline.feedback;

import io.trunkline.feedback.join.JoinSettings;
import io.trunkline.feedback.quality.QualitySettings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;

/**
 * How the application is run.
 *
 * @param applicationId names it to Kafka; instances of one id share the work
 * @param topics what it reads and writes
 * @param partitions how many partitions its internal topics have: the most that can share the work.
 *     For ever: what is known of an event is found by them.
 * @param join how feedback is joined to events
 * @param quality how live quality is counted
 * @param stateDirectory where an instance keeps its stores; its own alone
 * @param http where an instance is asked about quality; see {@link #onLoopback}
 * @param client properties of the Kafka clients and of Kafka Streams
 */
public record FeedbackSettings(
    String applicationId,
    FeedbackTopics topics,
    int partitions,
    JoinSettings join,
    QualitySettings quality,
    Path stateDirectory,
    InetSocketAddress http,
    Map<String, String> client) {
  /** They decide the guarantee, or are said elsewhere. */
  private static final Set<String> SET_HERE =
      Set.of(
          StreamsConfig.APPLICATION_ID_CONFIG,
          StreamsConfig.APPLICATION_SERVER_CONFIG,
          StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
          StreamsConfig.STATE_DIR_CONFIG);

  public FeedbackSettings {
    if (partitions < 1) {
      throw new IllegalArgumentException(
          "there are " + partitions + " partitions, expected at least 1");
    }
    Set<String> refused = new TreeSet<>(client.keySet());
    refused.retainAll(SET_HERE);
    if (!refused.isEmpty()) {
      throw new IllegalArgumentException(
          "the client's properties name %s, which cannot be set there".formatted(refused));
    }
    client = Map.copyOf(client);
  }

  /** An address that only this machine reaches; port 0 for any that is free. */
  public static InetSocketAddress onLoopback(int port) {
    return new InetSocketAddress("127.0.0.1", port);
  }

  Properties toProperties(HostInfo self) {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, self.host() + ":" + self.port());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
    return properties;
  }
}
