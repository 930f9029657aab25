package io.trunkline.cli.job;

import io.trunkline.model.InvalidInputException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobID;
import org.apache.flink.client.deployment.StandaloneClusterId;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.client.JobStatusMessage;
import org.jspecify.annotations.Nullable;

/** Stops jobs of a Flink cluster through its REST API. */
final class JobStopper implements AutoCloseable {
  private final ClusterAddress address;
  private final RestClusterClient<StandaloneClusterId> client;

  JobStopper(ClusterAddress address) throws Exception {
    this.address = address;
    Configuration flink = new Configuration();
    flink.set(RestOptions.ADDRESS, address.host());
    flink.set(RestOptions.PORT, address.port());
    // By default a cluster that is not there is asked again for a minute.
    flink.set(RestOptions.RETRY_MAX_ATTEMPTS, 3);
    flink.set(RestOptions.RETRY_DELAY, Duration.ofSeconds(1));
    client = new RestClusterClient<>(flink, StandaloneClusterId.getInstance());
  }

  /**
   * The id of the job that runs under a name or an id, or of the only one.
   *
   * @throws InvalidInputException if there is none, or more than one
   */
  String find(@Nullable String nameOrId) throws InterruptedException {
    List<JobStatusMessage> found =
        jobs().stream()
            .filter(job -> !job.getJobState().isGloballyTerminalState())
            .filter(
                job ->
                    nameOrId == null
                        || job.getJobName().equals(nameOrId)
                        || job.getJobId().toHexString().equals(nameOrId))
            .toList();
    if (found.size() != 1) {
      String name = nameOrId == null ? "" : " '" + nameOrId + "'";
      String ids =
          found.stream()
              .map(job -> job.getJobId().toHexString() + " (" + job.getJobName() + ")")
              .collect(Collectors.joining(", "));
      throw new InvalidInputException(
          found.isEmpty()
              ? "no job" + name + " runs on " + address
              : "several jobs" + name + " run on " + address + ", expected the id of one: " + ids);
    }
    return found.get(0).getJobId().toHexString();
  }

  /**
   * Stops a job.
   *
   * @param directory where to write the savepoint
   * @return the savepoint's path
   */
  String stop(String id, String directory) throws ExecutionException, InterruptedException {
    String place =
        directory.contains(":/")
            ? directory
            : Path.of(directory).toAbsolutePath().toUri().toString();
    return client
        .stopWithSavepoint(JobID.fromHexString(id), false, place, SavepointFormatType.CANONICAL)
        .get();
  }

  private Collection<JobStatusMessage> jobs() throws InterruptedException {
    try {
      return client.listJobs().get();
    } catch (Exception e) {
      if (e instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw new InvalidInputException(
          "no Flink cluster answers at " + address + ", expected HOST:PORT of its REST API", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
