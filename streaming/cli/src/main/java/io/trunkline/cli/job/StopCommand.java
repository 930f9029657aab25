package io.trunkline.cli.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trunkline stop}. */
@Command(
    name = "stop",
    description = {
      "Stops a job and keeps where it was as a savepoint, from which 'trunkline run"
          + " --from-savepoint' goes on.",
      "Nothing is lost or tagged twice in between."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline stop --savepoint savepoints",
      "  trunkline stop trunkline --savepoint s3://bucket/savepoints --cluster flink:8081"
    })
public final class StopCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "JOB",
      description = "The job's id, or its name: the pipeline's. Needed where several jobs run.")
  private @Nullable String job;

  @Option(
      names = "--savepoint",
      required = true,
      paramLabel = "DIR",
      description = "Where to write the savepoint: a directory on any file system Flink knows.")
  private String directory;

  @Option(
      names = "--cluster",
      paramLabel = "HOST:PORT",
      defaultValue = "localhost:8081",
      description = "The cluster's REST address; ${DEFAULT-VALUE} by default.")
  private String cluster;

  @Option(names = "--json", description = "Print one object: {\"job\": ID, \"savepoint\": PATH}.")
  private boolean json;

  StopCommand() {}

  @Override
  public Integer call() throws Exception {
    try (JobStopper stopper = new JobStopper(ClusterAddress.parse(cluster))) {
      String id = stopper.find(job);
      String savepoint = stopper.stop(id, directory);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(
            new ObjectMapper().writeValueAsString(Map.of("job", id, "savepoint", savepoint)));
      } else {
        out.println("stopped job " + id);
        out.println("savepoint " + savepoint);
      }
    }
    return 0;
  }
}
