package io.trunkline.cli.kafka;

import io.trunkline.model.InvalidInputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker inside this process, on the loopback address. It is ready when {@code start}
 * returns. Whoever starts it owns the directory; started again on the same one, it comes back with
 * its topics.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private static final int ANY_PORT = 0;

  private final BrokerSettings settings;
  private final KafkaRaftServer server;

  private EmbeddedKafka(BrokerSettings settings) {
    this.settings = settings;
    this.server = new KafkaRaftServer(KafkaConfig.fromProps(settings.toProperties()), Time.SYSTEM);
  }

  /** Starts a broker on a port that is free. */
  public static EmbeddedKafka start(Path directory) throws Exception {
    return start(directory, ANY_PORT);
  }

  /**
   * Starts a broker on a given port.
   *
   * @param port where clients connect; 0 for any that is free
   * @throws InvalidInputException if the port is taken
   */
  public static EmbeddedKafka start(Path directory, int port) throws Exception {
    BrokerSettings settings = settings(directory, port);
    settings.format();
    EmbeddedKafka kafka = new EmbeddedKafka(settings);
    kafka.server.startup();
    return kafka;
  }

  /** Settings on ports that were free a moment ago. */
  public static BrokerSettings settings(Path directory, int port) throws IOException {
    try (ServerSocket clients = listen(port);
        ServerSocket controller = listen(ANY_PORT)) {
      return new BrokerSettings(directory, clients.getLocalPort(), controller.getLocalPort());
    }
  }

  /** What clients take as {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return settings.bootstrapServers();
  }

  /** Stops it and waits until it has stopped; what it stored stays. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static ServerSocket listen(int port) throws IOException {
    try {
      return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      if (port == ANY_PORT) {
        throw e;
      }
      throw new InvalidInputException(
          "port " + port + " is not free for a broker on this machine: " + e.getMessage(), e);
    }
  }
}
