package io.trunkline.cluster;

import static org.awaitility.Awaitility.await;

import io.trunkline.cli.kafka.JavaProcess;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A standalone Flink session cluster: a JobManager and TaskManagers, each in a JVM of its own, run
 * from a {@code lib} of jars like that of a Flink distribution.
 */
final class FlinkCluster implements AutoCloseable {
  /**
   * Settings of a pipeline that outlives the loss of a TaskManager: until that is known to be dead,
   * restarts go to its slots, too, and fail.
   */
  static final String PATIENT_PIPELINE =
      "{checkpointing: {interval: 1s}, restart: {attempts: 100, delay: 500ms}}";

  private static final Pattern SUBMITTED = Pattern.compile("submitted with JobID ([0-9a-f]{32})");

  private final Path directory;
  private final String classPath;
  private final FlinkRest rest;
  private final List<JavaProcess> taskManagers = new ArrayList<>();
  private final List<JavaProcess> processes = new ArrayList<>();

  private FlinkCluster(Path directory, Path lib, FlinkRest rest) throws IOException {
    this.directory = directory;
    this.rest = rest;
    try (Stream<Path> jars = Files.list(lib)) {
      this.classPath =
          jars.sorted().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
  }

  /**
   * Starts one and returns when every TaskManager has registered.
   *
   * @param directory where configuration, logs and temporary files go
   * @param lib the jars of Flink and ND4J
   * @param taskManagers how many
   */
  static FlinkCluster start(Path directory, Path lib, int taskManagers) throws Exception {
    List<Integer> ports = FreePorts.find(2);
    writeConfiguration(directory, ports.get(0), ports.get(1));
    FlinkCluster cluster = new FlinkCluster(directory, lib, new FlinkRest(ports.get(1)));
    try {
      cluster.startJobManager();
      for (int i = 0; i < taskManagers; i++) {
        cluster.startTaskManager(i);
      }
      await("%d TaskManagers".formatted(taskManagers))
          .atMost(Duration.ofMinutes(2))
          .ignoreExceptions()
          .until(() -> cluster.rest.taskManagers() == taskManagers);
      return cluster;
    } catch (Exception | Error e) {
      cluster.close();
      throw e;
    }
  }

  FlinkRest rest() {
    return rest;
  }

  /** Kills a TaskManager, as {@code kill -9} does. */
  void killTaskManager(int index) throws InterruptedException {
    taskManagers.get(index).kill();
  }

  /** Submits a job jar as a user does, with Flink's own command line, and returns the job's id. */
  String submit(Path jar, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("run", "-d", jar.toString()));
    command.addAll(arguments);
    Matcher submitted = SUBMITTED.matcher(flink(command));
    if (!submitted.find()) {
      throw new IllegalStateException("no job was submitted, see " + directory);
    }
    return submitted.group(1);
  }

  /** Stops a job with a savepoint, as a user does; all its output is committed then. */
  void stop(String job) throws Exception {
    flink(List.of("stop", "-p", directory.resolve("savepoints").toUri().toString(), job));
  }

  /** Runs Flink's command line and returns what it printed. */
  private String flink(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("org.apache.flink.client.cli.CliFrontend"));
    command.addAll(arguments);
    String name = "flink-" + arguments.get(0);
    int exitCode;
    try (JavaProcess client = launch(name, "-Xmx256m", command)) {
      exitCode = client.exitCode();
    }
    Path log = directory.resolve(name + ".log");
    if (exitCode != 0) {
      throw new IllegalStateException("exit code %d, see %s".formatted(exitCode, log));
    }
    return Files.readString(log);
  }

  private void startJobManager() throws IOException {
    processes.add(
        launch(
            "jobmanager",
            "-Xmx512m",
            List.of(
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                "--configDir",
                "conf")));
  }

  private void startTaskManager(int index) throws IOException {
    JavaProcess taskManager =
        launch(
            "taskmanager-" + index,
            "-Xmx512m",
            List.of(
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner", "--configDir", "conf"));
    taskManagers.add(taskManager);
    processes.add(taskManager);
  }

  private JavaProcess launch(String name, String heap, List<String> command) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                heap,
                "-XX:+UseSerialGC",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-Dlog4j2.configurationFile=conf/log4j2.properties",
                "-cp",
                classPath));
    arguments.addAll(command);
    return JavaProcess.start(directory, name, arguments);
  }

  private static void writeConfiguration(Path directory, int rpcPort, int restPort)
      throws IOException {
    Path configuration = Files.createDirectories(directory.resolve("conf"));
    Path temporary = Files.createDirectories(directory.resolve("tmp"));
    Files.writeString(
        configuration.resolve("config.yaml"),
        """
        %s
        jobmanager.rpc.port: %d
        rest.port: %d
        io.tmp.dirs: %s
        """
            .formatted(resource("config.yaml"), rpcPort, restPort, temporary));
    Files.writeString(configuration.resolve("log4j2.properties"), resource("log4j2.properties"));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = FlinkCluster.class.getResourceAsStream("/cluster/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws InterruptedException {
    for (JavaProcess process : processes) {
      process.close();
    }
  }
}
