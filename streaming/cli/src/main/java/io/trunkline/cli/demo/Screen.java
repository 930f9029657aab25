package io.trunkline.cli.demo;

import io.trunkline.cli.terminal.PredictionText;
import io.trunkline.cli.terminal.Style;
import io.trunkline.cli.terminal.Terminal;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import io.trunkline.tagging.pipeline.Pipeline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows a demo to a person: each question with its labels, and below them how it goes. */
final class Screen {
  /** How this program was called, as its launcher says. */
  private static final String LAUNCHER = System.getProperty("trunkline.command", "trunkline");

  private final Terminal terminal;
  private final boolean questions;

  /**
   * @param questions whether each question is shown
   */
  Screen(Terminal terminal, boolean questions) {
    this.terminal = terminal;
    this.questions = questions;
  }

  /** A step of the preparations is done. */
  void step(String name, String what) {
    terminal.line("  " + terminal.styled(Style.FAINT, String.format("%-8s", name)) + " " + what);
  }

  /** How to look at the topics from elsewhere. */
  void attach(Pipeline pipeline, Path file, String task) {
    String topic = pipeline.labelTopic(task);
    step(
        "visible",
        "labels can be read after each checkpoint, every "
            + millis(pipeline.checkpointing().interval()));
    step("attach", "%s tail %s --pipeline %s".formatted(LAUNCHER, topic, file));
    step(
        "",
        "kafka-console-consumer.sh --bootstrap-server %s --isolation-level read_committed --topic %s"
            .formatted(pipeline.kafka().bootstrapServers(), topic));
  }

  /** The question, and below it its labels, in green or red where the right one is known. */
  void answered(Answered answered) {
    if (!questions) {
      return;
    }
    terminal.line(terminal.styled(Style.BOLD, Terminal.harmless(answered.example().text())));
    List<String> labels = new ArrayList<>();
    answered
        .labels()
        .forEach(
            (task, label) ->
                labels.add(
                    terminal.styled(Style.FAINT, task)
                        + " "
                        + judged(label, answered.example().labels().get(task))));
    terminal.line("    " + String.join("   ", labels));
  }

  private String judged(Prediction prediction, @Nullable LabelValue expected) {
    String text = PredictionText.of(prediction);
    if (expected == null || expected instanceof LabelValue.Score) {
      return text;
    }
    return Answers.of(expected).equals(Answers.of(prediction.value()))
        ? terminal.styled(Style.GREEN, text + " ✓")
        : terminal.styled(Style.RED, text + " ✗ " + PredictionText.of(expected));
  }

  /** How it goes so far. */
  void status(Scoreboard board) {
    terminal.status(terminal.styled(Style.CYAN, summary(board)));
  }

  /** The last line. */
  void end(Scoreboard board) {
    terminal.status("");
    terminal.line(summary(board));
  }

  /** Rate, accuracy and latency in a line. */
  static String summary(Scoreboard board) {
    List<String> parts = new ArrayList<>();
    parts.add(String.format(Locale.ROOT, "%,d questions", board.finished()));
    parts.add(String.format(Locale.ROOT, "%.1f/s", board.eventsPerSecond()));
    board
        .tasks()
        .forEach(
            (task, score) -> score.figure().ifPresent(figure -> parts.add(task + " " + figure)));
    if (board.versions().size() > 1) {
      parts.add(versions(board));
    }
    if (board.deadLetters() > 0) {
      parts.add(board.deadLetters() + " dead letters");
    }
    parts.add("latency p50 " + millis(board.latency(50)) + ", p99 " + millis(board.latency(99)));
    return String.join(" · ", parts);
  }

  /** How good each version was, oldest first: the mean over single-label tasks. */
  private static String versions(Scoreboard board) {
    return board.versions().values().stream()
        .map(score -> "version %d %s".formatted(score.version().generation(), score.summary()))
        .collect(Collectors.joining(" → "));
  }

  private static String millis(Duration duration) {
    return String.format(Locale.ROOT, "%,d ms", duration.toMillis());
  }
}
