package io.trunkline.feedback;

import io.trunkline.feedback.http.QualityServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running instance of the application. It takes its share of the work, exactly once whatever
 * becomes of it, and gives it up when it is closed.
 */
public final class FeedbackStreams implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FeedbackStreams.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KafkaStreams streams;
  private final QualityServer server;
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  private FeedbackStreams(KafkaStreams streams, QualityServer server) {
    this.streams = streams;
    this.server = server;
  }

  /**
   * Starts an instance. It runs on its own threads from here on.
   *
   * @throws IOException if the HTTP port is taken
   */
  public static FeedbackStreams start(FeedbackSettings settings, Decoders decoders)
      throws IOException {
    QualityServer server = QualityServer.bind(settings.http());
    try {
      KafkaStreams streams =
          new KafkaStreams(
              FeedbackTopology.of(settings, decoders), settings.toProperties(server.address()));
      FeedbackStreams started = new FeedbackStreams(streams, server);
      streams.setUncaughtExceptionHandler(started::fail);
      server.start(streams, settings.partitions(), settings.topics().labels().keySet());
      streams.start();
      return started;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Where it is asked about quality, such as {@code http://127.0.0.1:8090}. */
  public URI address() {
    return URI.create("http://%s:%d".formatted(server.address().host(), server.address().port()));
  }

  /** Whether it is at work: started, and not waiting for its share. */
  public boolean isRunning() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  /** Completes when it is closed; exceptionally, with the reason, when it fails before. */
  public CompletableFuture<Void> end() {
    return end.copy();
  }

  /** Finishes what is begun, and leaves at once to others what is not. */
  @Override
  public void close() {
    server.close();
    streams.close(
        CloseOptions.timeout(PATIENCE)
            .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    end.complete(null);
  }

  /** What fails here would fail again: bad records never come so far. */
  private StreamThreadExceptionResponse fail(Throwable cause) {
    LOG.error("the feedback application fails", cause);
    end.completeExceptionally(cause);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }
}
