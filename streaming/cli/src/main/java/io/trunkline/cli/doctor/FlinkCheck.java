package io.trunkline.cli.doctor;

import io.trunkline.cli.job.ClusterAddress;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whether a Flink cluster answers, and can run the job. */
final class FlinkCheck {
  private static final String NAME = "flink";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private FlinkCheck() {}

  /**
   * Asks.
   *
   * @param version Flink's version that the job is built for
   */
  static Diagnosis of(ClusterAddress address, String version) throws InterruptedException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    try {
      URI uri = new URI("http", null, address.host(), address.port(), "/overview", null, null);
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      return judge(address, FlinkOverview.read(response.body()), version);
    } catch (IOException | URISyntaxException | IllegalArgumentException e) {
      return Diagnosis.fault(
          NAME,
          "no Flink cluster answers at " + address,
          "start it, or give HOST:PORT of its REST API");
    }
  }

  static Diagnosis judge(ClusterAddress address, FlinkOverview cluster, String version) {
    String finding =
        "%s runs Flink %s, slots: %d, %d of them free"
            .formatted(address, cluster.version(), cluster.slots(), cluster.freeSlots());
    if (!minor(cluster.version()).equals(minor(version))) {
      return Diagnosis.fault(
          NAME, finding + "; the job is built for " + version, "use Flink " + minor(version));
    }
    if (cluster.slots() == 0) {
      return Diagnosis.warning(NAME, finding, "start TaskManagers: a job would wait for them");
    }
    return Diagnosis.ok(NAME, finding);
  }

  private static String minor(String version) {
    int patch = version.indexOf('.', version.indexOf('.') + 1);
    return patch < 0 ? version : version.substring(0, patch);
  }
}
