package io.trunkline.cli.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.job.ClusterAddress;
import io.trunkline.model.hardware.Backends;
import io.trunkline.model.hardware.GpuPreflight;
import io.trunkline.model.hardware.NvidiaSmi;
import io.trunkline.model.hardware.Processor;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline doctor}. */
@Command(
    name = "doctor",
    description = {
      "Checks whether this machine is fit for Trunkline, and says what to do where it is not.",
      "A line a check: OK, WARNING (it runs, but worse than it could) or FAULT (it does not run)."
          + " Exits 1 if there is a fault. On a Flink cluster every TaskManager's machine counts."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline doctor",
      "  trunkline doctor --pipeline pipeline.yaml",
      "  trunkline doctor --pipeline production.yaml --cluster flink:8081 --json"
    })
public final class DoctorCommand implements Callable<Integer> {
  private final ObjectMapper mapper = new ObjectMapper();

  @Spec private CommandSpec spec;

  @Option(
      names = "--pipeline",
      paramLabel = "FILE",
      description = "Ask the brokers of this pipeline, too.")
  private @Nullable Path pipeline;

  @Option(
      names = "--cluster",
      paramLabel = "HOST:PORT",
      description = "Ask the Flink cluster with this REST address, too.")
  private @Nullable String cluster;

  @Option(
      names = "--json",
      description =
          "Print an object a line: {\"check\", \"grade\": OK, WARNING or FAULT, \"finding\","
              + " \"remedy\"}.")
  private boolean json;

  private boolean faultless = true;

  DoctorCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    // What cannot be read is bad input, as elsewhere, and refused before anything is printed.
    Pipeline loaded = pipeline == null ? null : Pipeline.load(pipeline);
    ClusterAddress address = cluster == null ? null : ClusterAddress.parse(cluster);
    checkMachine();
    if (loaded != null) {
      print(KafkaCheck.of(loaded));
    }
    if (address != null) {
      print(FlinkCheck.of(address, EnvironmentInformation.getVersion()));
    }
    return faultless ? 0 : 1;
  }

  private void checkMachine() throws IOException, InterruptedException {
    Processor processor = Processor.ofThisMachine();
    Backends backends = Backends.ofThisProcess();
    print(JdkCheck.of(Runtime.version()));
    print(BackendCheck.of(backends, processor));
    print(
        ThreadsCheck.of(
            System.getenv("OMP_NUM_THREADS"), Runtime.getRuntime().availableProcessors()));
    print(MemoryCheck.of(MemoryLimits.ofThisProcess()));
    print(
        GpuCheck.of(
            GpuPreflight.of(new NvidiaSmi(), System.getenv("CUDA_VISIBLE_DEVICES")), backends));
    Optional<Diagnosis> cuda = CudaCheck.of(backends, System.getenv("LD_LIBRARY_PATH"));
    if (cuda.isPresent()) {
      print(cuda.get());
    }
  }

  private void print(Diagnosis diagnosis) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? mapper.writeValueAsString(diagnosis) : diagnosis.line());
    faultless &= diagnosis.grade() != Grade.FAULT;
  }
}
