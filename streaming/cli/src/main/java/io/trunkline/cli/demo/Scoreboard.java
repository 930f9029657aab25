package io.trunkline.cli.demo;

import io.trunkline.model.LabelValue;
import io.trunkline.model.ModelVersion;
import io.trunkline.model.Prediction;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Joins what was asked with what is read from the output topics, and keeps the score. {@link
 * #asked} may be called from any thread, all else from the one that reads.
 */
final class Scoreboard {
  private final SortedMap<String, TaskScore> tasks = new TreeMap<>();
  private final SortedMap<Long, VersionScore> versions = new TreeMap<>();
  private final Map<String, Open> open = new ConcurrentHashMap<>();
  private final Histogram latency = new Histogram(TimeUnit.HOURS.toMicros(1), 3);
  private final AtomicLong questions = new AtomicLong();
  private volatile long firstAsked;
  private long lastRead;
  private long answered;
  private long deadLetters;
  private long unexpected;

  Scoreboard(Collection<String> tasks) {
    tasks.forEach(task -> this.tasks.put(task, new TaskScore()));
  }

  /** Must come before the question is sent, or its labels could be there first. */
  void asked(Asked question) {
    if (questions.getAndIncrement() == 0) {
      firstAsked = question.at();
    }
    open.put(question.id(), new Open(question));
  }

  /**
   * A label was read at {@code now}.
   *
   * @param by the version that made it
   * @return the question with all its labels, if this was the last that it lacked
   */
  Optional<Answered> labelled(String id, Prediction prediction, ModelVersion by, long now) {
    VersionScore version =
        versions.computeIfAbsent(by.generation(), unseen -> new VersionScore(by));
    String task = prediction.task();
    TaskScore score = tasks.computeIfAbsent(task, name -> new TaskScore());
    score.count();
    Open question = open.get(id);
    if (question == null || question.labels.putIfAbsent(task, prediction) != null) {
      unexpected++;
      return Optional.empty();
    }
    lastRead = now;
    latency.recordValue(
        Math.min(
            TimeUnit.NANOSECONDS.toMicros(now - question.asked.at()),
            latency.getHighestTrackableValue()));
    LabelValue right = question.asked.example().labels().get(task);
    score.judge(prediction.value(), right);
    version.task(task).judge(prediction.value(), right);
    if (question.labels.size() < tasks.size()) {
      return Optional.empty();
    }
    open.remove(id);
    answered++;
    version.answered();
    return Optional.of(new Answered(id, question.asked.example(), question.labels));
  }

  /** A dead letter was read at {@code now}; its event's id where it is known. */
  void deadLetter(@Nullable String id, long now) {
    deadLetters++;
    lastRead = now;
    if (id == null || open.remove(id) == null) {
      unexpected++;
    }
  }

  /** What was read of each task. */
  SortedMap<String, TaskScore> tasks() {
    return tasks;
  }

  /** The same by the generation of the version that made the labels. */
  SortedMap<Long, VersionScore> versions() {
    return versions;
  }

  /** Questions asked. */
  long questions() {
    return questions.get();
  }

  /** Questions that have every label or are dead. */
  long finished() {
    return answered + deadLetters;
  }

  long deadLetters() {
    return deadLetters;
  }

  /** Questions that wait for labels. */
  int waiting() {
    return open.size();
  }

  /** Records read that no question waits for: a label that came twice, or a stranger's. */
  long unexpected() {
    return unexpected;
  }

  /** Finished questions a second, from the first one asked to the last label read. */
  double eventsPerSecond() {
    double seconds = (lastRead - firstAsked) / 1e9;
    return finished() == 0 || seconds <= 0 ? 0 : finished() / seconds;
  }

  /** How long this share of the labels took at the most, from the question's making on. */
  Duration latency(double percentile) {
    return Duration.of(
        latency.getValueAtPercentile(percentile), TimeUnit.MICROSECONDS.toChronoUnit());
  }

  private static final class Open {
    final Asked asked;
    final SortedMap<String, Prediction> labels = new TreeMap<>();

    Open(Asked asked) {
      this.asked = asked;
    }
  }
}
