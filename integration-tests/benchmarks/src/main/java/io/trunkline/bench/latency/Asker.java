package io.trunkline.bench.latency;

import io.trunkline.cli.records.QuestionSender;
import io.trunkline.model.Text;
import java.time.Instant;
import java.util.List;

/** Asks questions when they are due, or as soon after as it can. */
final class Asker {
  private static final long LONGEST_SPIN = 200_000;

  private final QuestionSender sender;
  private final List<Text> texts;

  Asker(QuestionSender sender, List<Text> texts) {
    this.sender = sender;
    this.texts = texts;
  }

  /** Asks all of them. */
  void ask(Schedule schedule) throws InterruptedException {
    for (int question = 0; question < schedule.count(); question++) {
      long wait = schedule.due(question) - System.nanoTime();
      if (wait > LONGEST_SPIN) {
        Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
      }
      sender.send(schedule.id(question), texts.get(question % texts.size()), Instant.now());
    }
    sender.flush();
  }

  /** Asks one, for an answer to show that somebody listens. */
  void ask(String id) {
    sender.send(id, texts.get(0), Instant.now());
    sender.flush();
  }
}
