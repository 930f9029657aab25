package io.trunkline.cli.bench.learning;

import io.trunkline.cli.feedback.FeedbackApplication;
import io.trunkline.cli.job.JobSubmission;
import io.trunkline.cli.job.LocalCluster;
import io.trunkline.cli.job.RunningJob;
import io.trunkline.cli.kafka.EmbeddedKafka;
import io.trunkline.cli.models.LabelTasks;
import io.trunkline.cli.models.Publisher;
import io.trunkline.cli.topics.TopicPlan;
import io.trunkline.cli.topics.Topics;
import io.trunkline.feedback.FeedbackStreams;
import io.trunkline.model.Model;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.tagging.JobOptions;
import io.trunkline.tagging.models.FlinkModelStore;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A broker, a Flink cluster, the job that production runs and the feedback application, in this
 * process.
 */
final class Lab implements AutoCloseable {
  private final Pipeline pipeline;
  private final RunningJob job;
  private final Deque<AutoCloseable> running;

  private Lab(Pipeline pipeline, RunningJob job, Deque<AutoCloseable> running) {
    this.pipeline = pipeline;
    this.job = job;
    this.running = running;
  }

  /**
   * Starts all of it; returns when the model serves.
   *
   * @param directory an empty one, for all that it stores
   */
  static Lab start(Path directory, Model model, LabSettings settings) throws Exception {
    Files.createDirectories(directory);
    Deque<AutoCloseable> running = new ArrayDeque<>();
    try {
      EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"));
      running.push(kafka);
      Path file = directory.resolve("pipeline.yaml");
      Files.writeString(file, settings.yaml(kafka.bootstrapServers()));
      Pipeline pipeline = Pipeline.load(file);
      Path start = directory.resolve("start.model");
      ModelArchive.write(model, start);
      try (Topics topics = new Topics(pipeline)) {
        TopicPlan plan = new TopicPlan(settings.parallelism(), TopicPlan.DEFAULT_RETENTION);
        topics.create(pipeline, plan, LabelTasks.of(pipeline, start), Optional.empty());
      }
      new Publisher(pipeline, InstantSource.system()).publish(start, "trunkline bench", "");
      LocalCluster cluster = LocalCluster.start(settings.parallelism(), 0);
      running.push(cluster);
      RunningJob job = JobSubmission.local(cluster).submit(pipeline, JobOptions.NONE);
      running.push(job::cancel);
      if (settings.learns()) {
        FeedbackStreams streams =
            FeedbackApplication.start(pipeline, directory.resolve("feedback"));
        running.push(streams);
      }
      Lab lab = new Lab(pipeline, job, running);
      lab.awaitServing();
      return lab;
    } catch (Exception e) {
      closeAll(running);
      throw e;
    }
  }

  Pipeline pipeline() {
    return pipeline;
  }

  /**
   * Does nothing as long as the job runs.
   *
   * @throws Exception if it does not, with the reason
   */
  void requireRunning() throws Exception {
    job.requireRunning();
  }

  /** A model of its store. */
  Model model(String digest) throws IOException {
    return ModelArchive.load(new FlinkModelStore(pipeline.models().store()), digest);
  }

  private void awaitServing() throws Exception {
    try (ModelStatuses statuses = new ModelStatuses(pipeline)) {
      while (statuses.serving().size() < pipeline.parallelism()) {
        requireRunning();
        statuses.poll();
      }
    }
  }

  @Override
  public void close() throws Exception {
    closeAll(running);
  }

  private static void closeAll(Deque<AutoCloseable> running) throws Exception {
    while (!running.isEmpty()) {
      running.pop().close();
    }
  }
}
