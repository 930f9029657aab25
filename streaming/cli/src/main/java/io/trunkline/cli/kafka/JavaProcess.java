package io.trunkline.cli.kafka;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM of its own that can be killed as an operating system kills: at once, without a word. It
 * never outlives the JVM that started it.
 */
public final class JavaProcess implements AutoCloseable {
  private final Process process;
  private final Thread hook;

  private JavaProcess(Process process) {
    this.process = process;
    this.hook = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts one with the {@code java} of this JVM.
   *
   * @param directory its working directory
   * @param name what to call it; its output goes to {@code name.log} in the directory, errors
   *     included
   * @param arguments what follows {@code java} on the command line
   */
  public static JavaProcess start(Path directory, String name, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    return new JavaProcess(
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(name + ".log").toFile())
            .start());
  }

  /** The processor time that it has taken so far; zero where the system does not say. */
  public Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Waits for it to end by itself and returns its exit code. */
  public int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  /** Sends SIGKILL and waits until it is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
