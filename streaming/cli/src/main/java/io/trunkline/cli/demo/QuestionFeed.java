package io.trunkline.cli.demo;

import io.trunkline.cli.records.QuestionSender;
import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.InterruptException;

/** Asks questions on a thread of its own, at a pace. */
final class QuestionFeed implements AutoCloseable {
  private final CompletableFuture<Void> outcome = new CompletableFuture<>();
  private final Thread thread;

  private QuestionFeed(
      QuestionSender sender, Iterator<Asked> questions, double rate, Scoreboard board) {
    thread = new Thread(() -> run(sender, questions, rate, board), "question-feed");
    thread.setDaemon(true);
  }

  /**
   * Begins at once.
   *
   * @param sender closed by {@link #close}
   * @param rate questions a second; 0 for as many as there can be
   * @param board told of every question before it is sent
   */
  static QuestionFeed start(
      QuestionSender sender, Iterator<Asked> questions, double rate, Scoreboard board) {
    QuestionFeed feed = new QuestionFeed(sender, questions, rate, board);
    feed.thread.start();
    return feed;
  }

  /**
   * Whether the last question has been sent.
   *
   * @throws CompletionException if one could not be sent
   */
  boolean isDone() {
    if (outcome.isCompletedExceptionally()) {
      outcome.join();
    }
    return outcome.isDone();
  }

  private void run(
      QuestionSender sender, Iterator<Asked> questions, double rate, Scoreboard board) {
    try (sender) {
      Pace pace = new Pace(rate);
      while (questions.hasNext()) {
        pace.await();
        Asked question = questions.next();
        board.asked(question);
        sender.send(question.id(), question.example().input(), Instant.now());
      }
      sender.flush();
      outcome.complete(null);
    } catch (InterruptedException | InterruptException stopped) {
      outcome.complete(null);
    } catch (RuntimeException e) {
      outcome.completeExceptionally(e);
    }
  }

  /** Stops asking; questions not yet sent are dropped. */
  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }
}
