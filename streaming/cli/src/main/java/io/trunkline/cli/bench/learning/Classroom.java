package io.trunkline.cli.bench.learning;

import io.trunkline.cli.feedback.FeedbackSender;
import io.trunkline.cli.records.QuestionSender;
import io.trunkline.model.Example;
import io.trunkline.model.learning.HoldOut;
import io.trunkline.schemas.avro.Feedback;
import io.trunkline.schemas.avro.OneLabel;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Asks a stream of questions, and corrects some of them a while later, as a teacher would who is
 * shown questions drawn at random. Confined to one thread.
 */
final class Classroom implements AutoCloseable {
  private static final String TEACHER = "teacher";
  private static final long PAUSE_MILLIS = 8;

  private final Lab lab;
  private final Set<String> tasks;
  private final QuestionSender questions;
  private final FeedbackSender feedback;
  private final List<Example> learnt = new ArrayList<>();
  private int corrections;

  Classroom(Lab lab, Set<String> tasks) {
    this.lab = lab;
    this.tasks = tasks;
    questions = new QuestionSender(lab.pipeline());
    feedback = new FeedbackSender(lab.pipeline());
  }

  /**
   * Asks all of a stream in random order.
   *
   * @param share of the questions that are corrected
   * @param delay how many questions are asked before a correction comes
   */
  void teach(List<Example> stream, double share, int delay, SplittableRandom random)
      throws Exception {
    Deque<Runnable> due = new ArrayDeque<>();
    List<Example> left = new ArrayList<>(stream);
    for (int asked = 0; !left.isEmpty(); asked++) {
      // Any order will do, so the last one takes the place of the one drawn.
      int drawn = random.nextInt(left.size());
      Example example = left.get(drawn);
      left.set(drawn, left.get(left.size() - 1));
      left.remove(left.size() - 1);
      String id = "q-" + asked + "-" + example.id();
      questions.send(id, example.input(), Instant.now());
      due.add(random.nextDouble() < share ? () -> correct(id, example) : () -> {});
      if (due.size() > delay) {
        due.remove().run();
      }
      lab.requireRunning();
      Thread.sleep(PAUSE_MILLIS);
    }
    due.forEach(Runnable::run);
    feedback.flush();
    questions.flush();
  }

  /** Tells the right label of a text that nobody asked about. */
  void tell(String id, Example example) {
    send(id, example, example.text());
  }

  private void correct(String id, Example example) {
    send(id, example, null);
  }

  private void send(String id, Example example, @Nullable String text) {
    for (String task : tasks) {
      OneLabel right = new OneLabel(Students.label(task, example), null);
      feedback.send(new Feedback(id, task, right, TEACHER, Instant.now(), text, Map.of(), true));
    }
    corrections++;
    if (!HoldOut.holds(example.text(), lab.pipeline().learning().holdOut())) {
      learnt.add(example);
    }
  }

  /** Of the questions corrected those that are to be learnt from: all but those held out. */
  List<Example> learnt() {
    return learnt;
  }

  /** Questions corrected. */
  int corrections() {
    return corrections;
  }

  void flush() {
    feedback.flush();
  }

  @Override
  public void close() {
    feedback.close();
    questions.close();
  }
}
