package io.trunkline.tagging.learner;

import io.trunkline.model.InvalidInputException;
import io.trunkline.tagging.learner.Attempt.Failed;
import io.trunkline.tagging.learner.Attempt.Succeeded;
import io.trunkline.tagging.learner.examples.Correction;
import io.trunkline.tagging.learner.examples.CorrectionReader;
import io.trunkline.tagging.learner.probation.Answered;
import io.trunkline.tagging.learner.probation.Trial;
import io.trunkline.tagging.learner.probation.Witness;
import io.trunkline.tagging.models.ModelPlan;
import io.trunkline.tagging.records.SourceRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts corrections to the version on probation and the one before it, aside, some at a time. */
final class Hearing {
  private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);
  private static final int AT_A_TIME = 64;

  /** Where more come than can be put to the versions, some are passed over. */
  private static final int MOST_WAITING = 1_000;

  private final Remembered<SourceRecord> state;
  private final ModelPlan models;
  private final Aside aside;
  private final Deque<Correction> waiting = new ArrayDeque<>();

  /** Those that hold memory outside the heap. */
  private final List<Witness> open = new ArrayList<>();

  private @Nullable Witness witness;
  private boolean asking;

  Hearing(Remembered<SourceRecord> state, ModelPlan models, Aside aside) throws Exception {
    this.state = state;
    this.models = models;
    this.aside = aside;
    CorrectionReader reader = new CorrectionReader();
    for (SourceRecord remembered : state.all()) {
      waiting.addAll(reader.read(remembered));
    }
  }

  /** From now on corrections are put to these versions. */
  void begin(Trial trial) {
    witness = new Witness(models.source(), trial.serving().digest(), trial.predecessor().digest());
    open.add(witness);
    asking = false;
  }

  /** Takes a correction in. */
  void add(Correction correction) {
    if (waiting.size() < MOST_WAITING) {
      waiting.add(correction);
    }
  }

  /**
   * Asks, unless it does already or there is nothing to ask.
   *
   * @param heard told, on the task's thread, what is answered
   */
  void advance(Consumer<List<Answered>> heard) {
    if (witness != null && !asking && !waiting.isEmpty()) {
      asking = true;
      ask(witness, waiting.stream().limit(AT_A_TIME).toList(), heard);
    }
  }

  private void ask(Witness asked, List<Correction> corrections, Consumer<List<Answered>> heard) {
    aside.run(
        () -> asked.ask(corrections),
        Duration.ZERO,
        attempt -> answered(asked, corrections, attempt, heard));
  }

  private void answered(
      Witness asked,
      List<Correction> corrections,
      Attempt<List<Answered>> attempt,
      Consumer<List<Answered>> heard) {
    if (asked != witness) {
      return; // Other versions are being compared.
    }
    if (attempt instanceof Failed<List<Answered>> failed && isPassing(failed.cause())) {
      LOG.warn("A version on probation cannot be asked yet", failed.cause());
      aside.run(() -> asked, models.retryInterval(), again -> mayAskAgain(asked));
      return;
    }
    asking = false;
    corrections.forEach(waiting::removeFirstOccurrence);
    if (attempt instanceof Succeeded<List<Answered>> succeeded) {
      heard.accept(succeeded.result());
    } else if (attempt instanceof Failed<List<Answered>> failed) {
      LOG.warn(
          "A version on probation cannot answer {} corrections",
          corrections.size(),
          failed.cause());
    }
  }

  private void mayAskAgain(Witness asked) {
    if (asked == witness) {
      asking = false;
    }
  }

  /** A model cannot be loaded now; any other failure would come again. */
  private static boolean isPassing(Throwable cause) {
    return cause instanceof IOException || cause instanceof InvalidInputException;
  }

  /** Lets go of the versions; what was not asked is not any more. */
  void end() {
    waiting.clear();
    Witness released = witness;
    witness = null;
    if (released != null) {
      aside.run(() -> release(released), Duration.ZERO, done -> open.remove(released));
    }
  }

  private static Witness release(Witness witness) {
    witness.close();
    return witness;
  }

  /** How many wait to be put to the versions. */
  int waiting() {
    return waiting.size();
  }

  void remember() throws Exception {
    state.replaceBy(waiting.stream().map(Correction::origin).toList());
  }

  /** Lets go of all versions, once nothing is done aside any more. */
  void close() {
    if (aside.hasEnded()) {
      open.forEach(Witness::close);
    }
  }
}
