package io.trunkline.feedback.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.apache.kafka.streams.state.HostInfo;

/** Asks other instances what they have, and only what they have themselves. */
final class Peers {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  Page ask(HostInfo peer) throws UnavailableException {
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
