package io.trunkline.cli.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.pipeline.PipelineOption;
import io.trunkline.tagging.JobOptions;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline run}. */
@Command(
    name = "run",
    description = {
      "Runs a pipeline: in this process until it is stopped, or on a Flink cluster.",
      "In this process a Flink cluster of one TaskManager is started, reached on the loopback"
          + " address only; 'trunkline stop' stops it, too."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline run --pipeline pipeline.yaml",
      "  trunkline run --pipeline pipeline.yaml --until-end",
      "  trunkline run --pipeline production.yaml --cluster flink:8081 --from-savepoint"
          + " s3://bucket/savepoints/savepoint-1a2b3c"
    })
public final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PipelineOption pipeline;

  @Option(
      names = "--cluster",
      paramLabel = "HOST:PORT",
      description = "Submit to the Flink cluster with this REST address, and return.")
  private @Nullable String cluster;

  @Option(
      names = "--jar",
      paramLabel = "JAR",
      description = "The job jar to ship to the cluster; by default the one built with this tool.")
  private @Nullable Path jar;

  @Option(
      names = "--rest-port",
      paramLabel = "PORT",
      defaultValue = "8081",
      description =
          "Without --cluster, where the REST API listens; 0 for any free port; ${DEFAULT-VALUE} by"
              + " default.")
  private int restPort;

  @Option(
      names = "--from-savepoint",
      paramLabel = "S",
      description = "Go on from a savepoint or a retained checkpoint.")
  private @Nullable String savepoint;

  @Option(
      names = "--until-end",
      description =
          "Tag what the questions topic holds now, and stop. A job that runs on beside it is left"
              + " alone.")
  private boolean untilEnd;

  @Option(
      names = "--json",
      description = "Print one object: {\"job\": ID, \"cluster\": \"HOST:PORT\"}.")
  private boolean json;

  RunCommand() {}

  @Override
  public Integer call() throws Exception {
    Pipeline loaded = pipeline.load();
    JobOptions options = new JobOptions(untilEnd, savepoint);
    if (cluster != null) {
      JobSubmission submission =
          new JobSubmission(ClusterAddress.parse(cluster), jar == null ? JobJar.find() : jar);
      print(submission.submit(loaded, options), submission.cluster());
      return 0;
    }
    try (LocalCluster local = LocalCluster.start(loaded.parallelism(), restPort)) {
      RunningJob job = JobSubmission.local(local).submit(loaded, options);
      // Ctrl-C: transactions that stay open would hide what comes after them until they time out.
      Thread cancel = new Thread(job::cancel, "cancel");
      Runtime.getRuntime().addShutdownHook(cancel);
      print(job, local.address());
      job.awaitEnd();
      Runtime.getRuntime().removeShutdownHook(cancel);
    }
    return 0;
  }

  private void print(RunningJob job, ClusterAddress address) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          new ObjectMapper()
              .writeValueAsString(Map.of("job", job.id(), "cluster", address.toString())));
    } else {
      out.printf("job %s runs on %s%n", job.id(), address);
      out.printf("stop it: trunkline stop %s --savepoint DIR --cluster %s%n", job.id(), address);
    }
  }
}
