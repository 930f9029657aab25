package io.trunkline.cli.kafka;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One KRaft node that is broker and controller at once, reached on the loopback address only and
 * without authentication: for demonstrations and tests.
 *
 * @param directory where it keeps its records; this node's alone
 * @param port where clients connect
 * @param controllerPort where it talks to itself
 */
public record BrokerSettings(Path directory, int port, int controllerPort) {
  // Fixed, so that a directory is recognised at the next start.
  private static final String CLUSTER_ID = "trunkline-on-loopback0";
  private static final int NODE_ID = 1;
  private static final String HOST = "127.0.0.1";
  private static final String CONTROLLER = "CONTROLLER";

  /** What clients take as {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return HOST + ":" + port;
  }

  /** The {@code server.properties} of this node. */
  public Properties toProperties() {
    Properties properties = new Properties();
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", Integer.toString(NODE_ID));
    properties.put("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort);
    properties.put("controller.listener.names", CONTROLLER);
    properties.put(
        "listeners",
        "PLAINTEXT://%s:%d,%s://%s:%d".formatted(HOST, port, CONTROLLER, HOST, controllerPort));
    properties.put("advertised.listeners", "PLAINTEXT://" + bootstrapServers());
    properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.put("log.dirs", directory.toString());
    properties.put("auto.create.topics.enable", "false");
    // Records may carry times long past; retention by time would delete them at once.
    properties.put("log.retention.ms", "-1");
    properties.put("offsets.topic.num.partitions", "1");
    properties.put("offsets.topic.replication.factor", "1");
    properties.put("transaction.state.log.num.partitions", "1");
    properties.put("transaction.state.log.replication.factor", "1");
    properties.put("transaction.state.log.min.isr", "1");
    // Nobody else will join: a first consumer need not wait for them.
    properties.put("group.initial.rebalance.delay.ms", "0");
    // As large as the system likes: into Kafka's 100 KB a burst does not fit, the system drops some
    // of it, and it comes again 200 ms later.
    properties.put("socket.receive.buffer.bytes", "-1");
    properties.put("socket.send.buffer.bytes", "-1");
    properties.put("num.network.threads", "2");
    properties.put("num.io.threads", "4");
    properties.put("log.cleaner.dedupe.buffer.size", "2097152");
    properties.put("metric.reporters", "");
    return properties;
  }

  /** Prepares the directory for a first start; leaves one that was prepared before as it is. */
  public void format() throws Exception {
    new Formatter()
        .setClusterId(CLUSTER_ID)
        .setNodeId(NODE_ID)
        .addDirectory(directory.toString())
        .setMetadataLogDirectory(directory.toString())
        .setControllerListenerName(CONTROLLER)
        .setIgnoreFormatted(true)
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run();
  }
}
