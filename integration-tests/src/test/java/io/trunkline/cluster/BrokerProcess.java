package io.trunkline.cluster;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** A Kafka broker, its own controller, in a JVM of its own. */
final class BrokerProcess implements AutoCloseable {
  private final JavaProcess process;
  private final String bootstrapServers;

  private BrokerProcess(JavaProcess process, String bootstrapServers) {
    this.process = process;
    this.bootstrapServers = bootstrapServers;
  }

  /** Starts one that keeps everything below {@code directory} and returns when it answers. */
  static BrokerProcess start(Path directory) throws Exception {
    List<Integer> ports = FreePorts.find(2);
    String data = directory.resolve("data").toString();
    format(data);
    Path configuration = Files.createDirectories(directory).resolve("server.properties");
    try (Writer writer = Files.newBufferedWriter(configuration)) {
      properties(data, ports.get(0), ports.get(1)).store(writer, null);
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
                configuration.toString()));
    BrokerProcess broker = new BrokerProcess(process, "127.0.0.1:" + ports.get(0));
    broker.awaitAnswer();
    return broker;
  }

  String bootstrapServers() {
    return bootstrapServers;
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

  private static void format(String data) throws Exception {
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(1)
        .addDirectory(data)
        .setMetadataLogDirectory(data)
        .setControllerListenerName("CONTROLLER")
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false))
        .run();
  }

  private static Properties properties(String data, int port, int controllerPort) {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
            "controller.listener.names", "CONTROLLER",
            "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                    .formatted(port, controllerPort),
            "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "log.dirs", data,
            "log.retention.ms", "-1"));
    properties.putAll(
        Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "2",
            "group.initial.rebalance.delay.ms", "0",
            "log.cleaner.dedupe.buffer.size", "2097152",
            "auto.create.topics.enable", "false"));
    return properties;
  }

  @Override
  public void close() throws InterruptedException {
    process.close();
  }
}
