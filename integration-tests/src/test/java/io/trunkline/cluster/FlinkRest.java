package io.trunkline.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** What a JobManager tells over HTTP. */
final class FlinkRest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI root;

  FlinkRest(int port) {
    this.root = URI.create("http://127.0.0.1:%d/".formatted(port));
  }

  /** How many TaskManagers are registered. */
  int taskManagers() throws IOException, InterruptedException {
    return get("taskmanagers").path("taskmanagers").size();
  }

  /** Whether the job runs: not so while it fails or is restarted. */
  boolean isRunning(String job) throws IOException, InterruptedException {
    return get("jobs/" + job).path("state").asText().equals("RUNNING");
  }

  /** How many times the job has failed and been restarted, or has failed for good. */
  int failures(String job) throws IOException, InterruptedException {
    return get("jobs/%s/exceptions".formatted(job)).at("/exceptionHistory/entries").size();
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(root.resolve(path)).build();
    return json.readTree(client.send(request, BodyHandlers.ofString()).body());
  }
}
