package io.trunkline.cli.demo;

import io.trunkline.cli.feedback.FeedbackApplication;
import io.trunkline.cli.feedback.FeedbackSender;
import io.trunkline.cli.feedback.FeedbackValues;
import io.trunkline.cli.files.ScratchDirectory;
import io.trunkline.feedback.FeedbackStreams;
import io.trunkline.schemas.avro.Feedback;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Says what is right, of some questions drawn at random and a while after they were answered, and
 * has it joined to the questions. Confined to one thread.
 */
interface Teacher extends AutoCloseable {
  /** A question has its labels; perhaps they will be corrected. */
  void answered(Answered answered);

  /** Corrects what is due. */
  void correct();

  @Override
  void close() throws IOException;

  /**
   * The teacher of a demo; one that says nothing where there is to be no feedback.
   *
   * @param state where the feedback application keeps its stores; deleted in the end
   */
  static Teacher of(DemoSettings settings, Pipeline pipeline, Path state)
      throws IOException, InterruptedException {
    return settings.learns() ? Talking.start(settings.feedback(), pipeline, state) : new Silent();
  }

  /** Says nothing. */
  record Silent() implements Teacher {
    @Override
    public void answered(Answered answered) {}

    @Override
    public void correct() {}

    @Override
    public void close() {}
  }

  /** Says something. */
  final class Talking implements Teacher {
    private static final Duration DELAY = Duration.ofSeconds(3);

    /** Trusted: what it says of held-out texts may judge models. */
    private static final String SOURCE = "demo";

    private static final long SEED = 1;

    private record Due(Instant at, Answered answered) {}

    private final double share;
    private final ScratchDirectory state;
    private final FeedbackStreams application;
    private final FeedbackSender sender;
    private final InstantSource clock = InstantSource.system();
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Deque<Due> waiting = new ArrayDeque<>();

    private Talking(
        double share, ScratchDirectory state, FeedbackStreams application, FeedbackSender sender) {
      this.share = share;
      this.state = state;
      this.application = application;
      this.sender = sender;
    }

    static Talking start(double share, Pipeline pipeline, Path state)
        throws IOException, InterruptedException {
      ScratchDirectory directory = ScratchDirectory.empty(state);
      FeedbackStreams application = FeedbackApplication.start(pipeline, directory.path());
      return new Talking(share, directory, application, new FeedbackSender(pipeline));
    }

    @Override
    public void answered(Answered answered) {
      if (random.nextDouble() < share) {
        waiting.add(new Due(clock.instant().plus(DELAY), answered));
      }
    }

    @Override
    public void correct() {
      Instant now = clock.instant();
      while (!waiting.isEmpty() && !waiting.getFirst().at().isAfter(now)) {
        correct(waiting.removeFirst().answered(), now);
      }
    }

    private void correct(Answered answered, Instant now) {
      answered
          .example()
          .labels()
          .forEach(
              (task, value) -> {
                if (answered.labels().containsKey(task)) {
                  sender.send(
                      new Feedback(
                          answered.id(),
                          task,
                          FeedbackValues.of(value),
                          SOURCE,
                          now,
                          null,
                          Map.of(),
                          true));
                }
              });
    }

    @Override
    public void close() throws IOException {
      sender.close();
      application.close();
      state.close();
    }
  }
}
