package io.trunkline.cli.kafka;

import java.io.IOException;
import java.io.Writer;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** A Kafka broker, its own controller, in a JVM of its own. */
public final class BrokerProcess implements AutoCloseable {
  private static final int ANY_PORT = 0;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final JavaProcess process;
  private final String bootstrapServers;

  private BrokerProcess(JavaProcess process, String bootstrapServers) {
    this.process = process;
    this.bootstrapServers = bootstrapServers;
  }

  /** Starts one that keeps everything below {@code directory} and returns when it answers. */
  public static BrokerProcess start(Path directory) throws Exception {
    Files.createDirectories(directory);
    BrokerSettings settings = EmbeddedKafka.settings(directory.resolve("data"), ANY_PORT);
    settings.format();
    Path file = directory.resolve("server.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      settings.toProperties().store(writer, null);
    }
    JavaProcess process =
        JavaProcess.start(
            directory,
            "broker",
            List.of(
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "kafka.Kafka",
                file.toString()));
    BrokerProcess broker = new BrokerProcess(process, settings.bootstrapServers());
    broker.awaitPort(settings.port());
    broker.awaitAnswer();
    return broker;
  }

  /** What clients take as {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** The processor time that it has taken so far. */
  public Duration processorTime() {
    return process.processorTime();
  }

  /** Asks no client before somebody listens: it would warn of each attempt. */
  private void awaitPort(int port) throws InterruptedException, IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (ConnectException e) {
        if (System.nanoTime() > end) {
          process.close();
          throw e;
        }
        Thread.sleep(50);
      }
    }
  }

  private void awaitAnswer() throws InterruptedException, ExecutionException {
    Map<String, Object> client =
        Map.of("bootstrap.servers", bootstrapServers, "default.api.timeout.ms", 60_000);
    try (Admin admin = Admin.create(client)) {
      admin.describeCluster().nodes().get();
    } catch (ExecutionException e) {
      process.close();
      throw e;
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.close();
  }
}
