package io.trunkline.feedback.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.feedback.quality.QualityStores;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

/** The other instances, asked over HTTP for what they have themselves. */
final class Peers {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  private final KafkaStreams streams;
  private final HostInfo self;

  /**
   * @param self where this instance is asked: it is no peer of its own
   */
  Peers(KafkaStreams streams, HostInfo self) {
    this.streams = streams;
    this.self = self;
  }

  /** Those that have a part of the counts, as the last assignment of work had it. */
  Collection<Instance> all() {
    return streams.streamsMetadataForStore(QualityStores.VERSIONS).stream()
        .map(StreamsMetadata::hostInfo)
        .filter(host -> !host.equals(self))
        .<Instance>map(host -> () -> ask(host))
        .toList();
  }

  private Page ask(HostInfo peer) throws UnavailableException {
    URI uri = URI.create("http://%s:%d/quality?local=true".formatted(peer.host(), peer.port()));
    try {
      HttpResponse<byte[]> response =
          client.send(
              HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new UnavailableException(
            "the instance at %s:%d answers %d; ask again in a moment"
                .formatted(peer.host(), peer.port(), response.statusCode()));
      }
      return Page.fromJson(mapper.readTree(response.body()));
    } catch (IOException e) {
      throw new UnavailableException(
          "the instance at %s:%d does not answer; ask again in a moment"
              .formatted(peer.host(), peer.port()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("this instance is being stopped", e);
    }
  }
}
