package io.trunkline.cli.demo;

import io.trunkline.cli.files.ScratchDirectory;
import io.trunkline.cli.job.JobSubmission;
import io.trunkline.cli.job.LocalCluster;
import io.trunkline.cli.job.RunningJob;
import io.trunkline.cli.kafka.EmbeddedKafka;
import io.trunkline.cli.models.LabelTasks;
import io.trunkline.cli.models.Publication;
import io.trunkline.cli.models.Publisher;
import io.trunkline.cli.records.QuestionSender;
import io.trunkline.cli.topics.TopicPlan;
import io.trunkline.cli.topics.Topics;
import io.trunkline.model.Example;
import io.trunkline.tagging.JobOptions;
import io.trunkline.tagging.pipeline.Pipeline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A broker, a Flink cluster and the job that production runs, in this process; questions asked of
 * it; and the answers read from the output topics.
 */
final class Demo {
  /** So long nothing may come, once all has been asked, before the rest counts as lost. */
  private static final Duration LOST_AFTER = Duration.ofMinutes(1);

  private final DemoSettings settings;
  private final DemoFiles files;
  private final Screen screen;
  private final StopSignal stop;

  /**
   * @param stop ends the demo early, but cleanly
   */
  Demo(DemoSettings settings, Screen screen, StopSignal stop) {
    this.settings = settings;
    this.files = new DemoFiles(settings.home());
    this.screen = screen;
    this.stop = stop;
  }

  /**
   * Runs to the end of the questions or until it is stopped, and takes everything down again.
   *
   * @param model the start model's file
   * @return how it went; empty if it was stopped before the first question
   */
  Optional<Outcome> run(Path model) throws Exception {
    List<Example> examples = settings.curriculum().questions(settings.data(), settings.stream());
    try (DemoLock lock = DemoLock.take(files);
        ScratchDirectory records = ScratchDirectory.empty(files.records());
        EmbeddedKafka kafka = EmbeddedKafka.start(records.path(), settings.port())) {
      Pipeline pipeline = files.writePipeline(kafka.bootstrapServers(), settings.learns());
      screen.step("broker", kafka.bootstrapServers());
      List<String> tasks = LabelTasks.of(pipeline, model);
      createTopics(pipeline, tasks);
      Publication start =
          new Publisher(pipeline, InstantSource.system()).publish(model, "trunkline demo", "");
      screen.step("model", start.digest() + ", generation " + start.generation());
      try (LocalCluster cluster = LocalCluster.start(pipeline.parallelism(), 0)) {
        RunningJob job = JobSubmission.local(cluster).submit(pipeline, JobOptions.NONE);
        if (!awaitReadiness(job, pipeline)) {
          return Optional.empty();
        }
        screen.step("job", "'" + pipeline.name() + "' runs, REST at " + cluster.address());
        Scoreboard board = new Scoreboard(tasks);
        QuestionSequence questions =
            new QuestionSequence(examples, settings.events(), System::nanoTime);
        screen.attach(pipeline, files.pipeline(), tasks.get(0));
        try (Teacher teacher = Teacher.of(settings, pipeline, files.feedback());
            OutputReader output = new OutputReader(pipeline, tasks, board);
            QuestionFeed feed =
                QuestionFeed.start(
                    new QuestionSender(pipeline), questions, settings.rate(), board)) {
          watch(job, feed, output, teacher, board);
          feed.close();
          // What the job may have written after the last answer counts, too. Who presses Ctrl-C
          // will not wait for that; the cluster takes the job down with it.
          if (!stop.isGiven()) {
            job.cancel();
            output.drain();
          }
        }
        screen.end(board);
        return Optional.of(
            new Outcome(
                settings.learns()
                    ? Report.ofVersions(board, start.digest())
                    : Report.of(board, start.digest()),
                board.waiting(),
                board.unexpected()));
      }
    }
  }

  private void createTopics(Pipeline pipeline, List<String> tasks) throws InterruptedException {
    TopicPlan plan = new TopicPlan(pipeline.parallelism(), TopicPlan.DEFAULT_RETENTION);
    try (Topics topics = new Topics(pipeline)) {
      topics.create(pipeline, plan, tasks, Optional.empty());
    }
  }

  private boolean awaitReadiness(RunningJob job, Pipeline pipeline) throws Exception {
    try (Readiness readiness = new Readiness(pipeline)) {
      while (!readiness.poll()) {
        job.requireRunning();
        if (stop.isGiven()) {
          return false;
        }
      }
    }
    return true;
  }

  private void watch(
      RunningJob job, QuestionFeed feed, OutputReader output, Teacher teacher, Scoreboard board)
      throws Exception {
    long lastNews = System.nanoTime();
    long finished = 0;
    while (!stop.isGiven() && !(feed.isDone() && board.waiting() == 0)) {
      job.requireRunning();
      for (Answered answered : output.poll()) {
        screen.answered(answered);
        teacher.answered(answered);
      }
      teacher.correct();
      screen.status(board);
      if (!feed.isDone() || board.finished() > finished) {
        finished = board.finished();
        lastNews = System.nanoTime();
      } else if (System.nanoTime() - lastNews > LOST_AFTER.toNanos()) {
        return;
      }
    }
  }

  /**
   * How a demo went.
   *
   * @param report the figures
   * @param missing questions that lack labels
   * @param unexpected records read that nobody waited for
   */
  record Outcome(Report report, int missing, long unexpected) {
    boolean isComplete() {
      return missing == 0 && unexpected == 0;
    }
  }
}
