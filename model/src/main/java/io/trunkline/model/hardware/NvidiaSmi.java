package io.trunkline.model.hardware;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Asks {@code nvidia-smi}, which comes with the driver and needs no CUDA toolkit. A process of its
 * own cannot take this one down with it, whatever state the driver is in.
 */
public final class NvidiaSmi implements GpuDiscovery {
  /** A driver that is not kept loaded takes seconds to start on a machine of many cards. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String program;
  private final Duration patience;

  /** Asks the one on the path. */
  public NvidiaSmi() {
    this("nvidia-smi", PATIENCE);
  }

  NvidiaSmi(String program, Duration patience) {
    this.program = program;
    this.patience = patience;
  }

  @Override
  public GpuSurvey look() throws InterruptedException {
    try {
      // Into a file: to read from a process that hangs would be to hang with it.
      Path output = Files.createTempFile("trunkline-gpus", ".csv");
      try {
        return ask(output);
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      return GpuSurvey.without("no NVIDIA driver: " + program + " cannot be run");
    }
  }

  private GpuSurvey ask(Path output) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    program, "--query-gpu=index,uuid,compute_cap,name", "--format=csv,noheader"))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return GpuSurvey.without(program + " does not answer: is the driver in order?");
      }
    } finally {
      process.destroyForcibly();
    }
    String answer = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    return NvidiaSmiAnswer.read(process.exitValue(), answer);
  }
}
