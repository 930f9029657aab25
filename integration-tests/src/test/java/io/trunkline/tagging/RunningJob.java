package io.trunkline.tagging;

import static org.apache.flink.core.execution.SavepointFormatType.CANONICAL;
import static org.awaitility.Awaitility.await;

import io.trunkline.tagging.learner.LearnerSettings;
import io.trunkline.tagging.pipeline.Pipeline;
import io.trunkline.testing.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A scenario's pipeline as it runs, on a Flink cluster in this JVM that ends with it. */
final class RunningJob implements AutoCloseable {
  private final Scenario scenario;
  private final JobClient client;

  private RunningJob(Scenario scenario, JobClient client) {
    this.scenario = scenario;
    this.client = client;
  }

  /** Starts the job as its users do. */
  static RunningJob start(Scenario scenario) throws Exception {
    return start(scenario, JobOptions.NONE);
  }

  /** Starts the job from a savepoint. */
  static RunningJob restore(Scenario scenario, String savepoint) throws Exception {
    return start(scenario, new JobOptions(false, savepoint));
  }

  /** Tags what is there and returns when the job has ended by itself. */
  static void untilEnd(Scenario scenario) throws Exception {
    try (RunningJob job = start(scenario, new JobOptions(true, null))) {
      job.client.getJobExecutionResult().get(Scenario.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private static RunningJob start(Scenario scenario, JobOptions options) throws Exception {
    StreamExecutionEnvironment env = environment();
    TaggingJob.prepare(env, scenario.pipeline(), options);
    return new RunningJob(scenario, env.executeAsync());
  }

  /** Starts the job with a fault in it. */
  static RunningJob start(Scenario scenario, Fault fault) throws Exception {
    return start(scenario, fault::in, UnaryOperator.identity());
  }

  /** Starts what tags, between real sources, with other settings or other sinks. */
  static RunningJob start(
      Scenario scenario, UnaryOperator<TaggingSettings> settings, UnaryOperator<Sinks> sinks)
      throws Exception {
    return start(scenario, settings, sinks, Optional.empty());
  }

  /** Starts the job with a fault in it and with another learner. */
  static RunningJob start(Scenario scenario, Fault fault, UnaryOperator<LearnerSettings> learner)
      throws Exception {
    return start(scenario, fault::in, UnaryOperator.identity(), Optional.of(learner));
  }

  private static RunningJob start(
      Scenario scenario,
      UnaryOperator<TaggingSettings> settings,
      UnaryOperator<Sinks> sinks,
      Optional<UnaryOperator<LearnerSettings>> learner)
      throws Exception {
    Pipeline pipeline = scenario.pipeline();
    Preflight preflight = Preflight.of(pipeline);
    TaggingSettings usual = TaggingJob.settings(pipeline, preflight, UnaryOperator.identity());
    StreamExecutionEnvironment env = environment();
    env.configure(JobConfiguration.of(pipeline, JobOptions.NONE));
    TaggingJob.defineWorkflow(
        env,
        KafkaSources.of(
            pipeline, JobOptions.NONE, pipeline.name(), preflight.start().announcementsFrom()),
        settings.apply(usual),
        learner.map(
            change ->
                LearnerSetup.workflow(
                    pipeline,
                    change.apply(
                        LearnerSetup.settings(
                            pipeline, JobOptions.NONE, preflight.start(), usual.models())))),
        sinks.apply(
            new KafkaSinks(pipeline, pipeline.name())
                .create(preflight.labelTopics(), preflight.deadLetterLimit(), Clock.systemUTC())));
    return new RunningJob(scenario, env.executeAsync());
  }

  private static StreamExecutionEnvironment environment() {
    return StreamExecutionEnvironment.createLocalEnvironment(new Configuration());
  }

  /** Waits for the checkpoint that Flink takes when a job begins, however long the interval. */
  void awaitFirstCheckpoint() {
    Path checkpoints = Path.of(scenario.pipeline().checkpointing().directory());
    await("checkpoint")
        .atMost(Scenario.PATIENCE)
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(
            () -> {
              try (Stream<Path> files = Files.walk(checkpoints)) {
                return files.anyMatch(file -> file.endsWith("_metadata"));
              }
            });
  }

  /** Stops it with a savepoint and returns where that lies. All its output is committed then. */
  String stopWithSavepoint() throws Exception {
    String directory = scenario.file().resolveSibling("savepoints").toUri().toString();
    // Flink refuses as long as one task does not run yet.
    String savepoint =
        await("savepoint")
            .atMost(Scenario.PATIENCE)
            .ignoreExceptionsInstanceOf(ExecutionException.class)
            .until(
                () -> client.stopWithSavepoint(false, directory, CANONICAL).get(),
                Objects::nonNull);
    client.getJobExecutionResult().get(Scenario.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return savepoint;
  }

  /** Ends it at once, if it still runs. */
  @Override
  public void close() throws Exception {
    if (!client.getJobExecutionResult().isDone()) {
      client.cancel().get(Scenario.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }
}
