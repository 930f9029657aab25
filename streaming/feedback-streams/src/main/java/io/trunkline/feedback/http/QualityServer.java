package io.trunkline.feedback.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions about live quality in JSON.
 *
 * <ul>
 *   <li>{@code GET /quality}: all tasks, versions, windows and kinds of feedback, of all instances
 *   <li>{@code GET /quality/TASK}: those of one task
 *   <li>{@code GET /health}: what this instance is doing; 200 where it is at work
 * </ul>
 *
 * <p>503 with an {@code error} where not everything can be shown right now, as while instances come
 * and go: never a part as if it were the whole. With {@code ?local=true} an instance answers for
 * itself alone; so they ask each other, and never in a circle.
 */
public final class QualityServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(QualityServer.class);
  private static final int THREADS = 8;
  private static final String QUALITY = "/quality";

  private final HttpServer server;
  private final HostInfo address;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  private QualityServer(HttpServer server, HostInfo address) {
    this.server = server;
    this.address = address;
    server.setExecutor(threads);
  }

  /**
   * Takes a port; answers come once it is {@linkplain #start started}.
   *
   * @param address where it is reached, by people and by other instances; port 0 for any that is
   *     free
   * @throws IOException if the port is taken
   */
  public static QualityServer bind(InetSocketAddress address) throws IOException {
    HttpServer server = HttpServer.create(address, 0);
    int port = server.getAddress().getPort();
    return new QualityServer(server, new HostInfo(address.getHostString(), port));
  }

  /** Where it is reached. */
  public HostInfo address() {
    return address;
  }

  /**
   * Begins to answer.
   *
   * @param partitions how many partitions of judgements there are
   * @param tasks the tasks that may be asked about
   */
  public void start(KafkaStreams streams, int partitions, Set<String> tasks) {
    Instance here = new LocalQuality(streams);
    Instance all = new EveryInstance(here, new Peers(streams, address)::all, partitions);
    server.createContext("/", exchange -> answer(exchange, () -> reject(404, "no such page")));
    server.createContext("/health", exchange -> answer(exchange, () -> health(streams)));
    server.createContext(
        QUALITY, exchange -> answer(exchange, () -> quality(exchange, here, all, tasks)));
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** A status and what to show with it. */
  private record Answer(int status, JsonNode body) {}

  @FunctionalInterface
  private interface Answering {
    Answer answer() throws UnavailableException;
  }

  private static Answer health(KafkaStreams streams) {
    KafkaStreams.State state = streams.state();
    JsonNode body = JsonNodeFactory.instance.objectNode().put("state", state.name());
    return new Answer(state == KafkaStreams.State.RUNNING ? 200 : 503, body);
  }

  private static Answer quality(
      HttpExchange exchange, Instance here, Instance all, Set<String> tasks)
      throws UnavailableException {
    if ("local=true".equals(exchange.getRequestURI().getQuery())) {
      return new Answer(200, here.read().toJson());
    }
    String path = exchange.getRequestURI().getPath();
    if (path.equals(QUALITY)) {
      return new Answer(200, all.read().toJson());
    }
    String task = path.substring(Math.min(path.length(), QUALITY.length() + 1));
    return tasks.contains(task)
        ? new Answer(200, all.read().ofTask(task).toJson())
        : reject(404, "there is no task '" + task + "', expected one of " + tasks);
  }

  private static Answer reject(int status, String error) {
    return new Answer(status, JsonNodeFactory.instance.objectNode().put("error", error));
  }

  private static void answer(HttpExchange exchange, Answering answering) throws IOException {
    try (exchange) {
      Answer answer = tryTo(exchange, answering);
      byte[] body = answer.body().toString().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Answer tryTo(HttpExchange exchange, Answering answering) {
    if (!exchange.getRequestMethod().equals("GET")) {
      return reject(405, "expected GET");
    }
    try {
      return answering.answer();
    } catch (UnavailableException e) {
      return reject(503, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("{} cannot be answered", exchange.getRequestURI(), e);
      return reject(500, "this instance failed to answer; its log says why");
    }
  }
}
