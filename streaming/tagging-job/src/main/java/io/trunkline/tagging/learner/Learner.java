package io.trunkline.tagging.learner;

import io.trunkline.tagging.learner.examples.CorrectionReader;
import io.trunkline.tagging.learner.examples.Slice;
import io.trunkline.tagging.learner.examples.Stock;
import io.trunkline.tagging.learner.examples.StockLimits;
import io.trunkline.tagging.learner.examples.StockState;
import io.trunkline.tagging.models.Announcement;
import io.trunkline.tagging.records.Signal;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Learns from corrections while the model serves. Signals and announcements come in; whatever one
 * of them makes possible is done at once, or begun aside. Confined to the task's thread.
 */
final class Learner implements AutoCloseable {
  private final LearnerState state;
  private final Desk desk;
  private final Stock stock;
  private final Intake intake;
  private final DriftWatch drift;
  private final Proposals proposals;
  private final Rounds rounds;
  private final RoundWorker worker;
  private final ServingTasks tasks;
  private final Hearing hearing;
  private final ProbationWatch probation;
  private final Aside training;
  private final Aside reading;

  /**
   * Goes on from what is remembered.
   *
   * @param mailbox where the task is told what was done aside
   * @throws IOException if what is remembered cannot be read any more
   */
  Learner(LearnerState state, LearnerSettings settings, Outbox out, MailboxExecutor mailbox)
      throws Exception {
    this.state = state;
    training = new Aside("trunkline-learner-rounds", mailbox, this::advance);
    reading = new Aside("trunkline-learner-models", mailbox, this::advance);
    desk =
        new Desk(
            settings,
            Versions.open(state, out, settings.models().start()),
            new Restraint(state.restraint()),
            new Counts(state.counts()),
            out);
    StockState remembered =
        StockState.read(
            state.corrections().all(),
            new CorrectionReader(),
            StockLimits.of(settings.learning().rounds()));
    stock = remembered.stock();
    intake = new Intake(state.tasks(), desk, stock);
    drift = new DriftWatch(state.drift());
    proposals = new Proposals(state.proposals(), desk, reading);
    hearing = new Hearing(state.unasked(), settings.models(), reading);
    probation = new ProbationWatch(state.trial(), state.expected(), desk, hearing);
    worker = new RoundWorker(settings, training);
    rounds = new Rounds(desk, stock, drift, probation, worker);
    tasks = new ServingTasks(settings.models(), reading, intake);
    resume(remembered.planned());
  }

  private void resume(@Nullable Slice planned) throws Exception {
    Optional<KeptPlan> plan = state.plan().one();
    if (plan.isPresent() && planned != null) {
      rounds.resume(plan.get(), planned);
    }
    String serving = desk.versions().serving().digest();
    if (!serving.equals(desk.settings().tasksOf()) || state.tasks().one().isPresent()) {
      tasks.follow(serving);
    }
  }

  /** Takes a signal in. */
  void received(Signal signal) throws IOException {
    switch (signal.kind()) {
      case EXAMPLE -> intake.take(signal.record()).forEach(probation::add);
      case PROPOSAL -> proposals.add(signal.record());
      case DRIFT -> drifted(signal);
    }
    advance();
  }

  private void drifted(Signal signal) {
    try {
      drift.add(signal.record(), desk.versions().serving().generation());
    } catch (IOException e) {
      intake.reject(signal.record(), e);
    }
  }

  /** Takes an announcement in, its own ones among them. */
  void announced(Announcement announcement) throws IOException {
    Optional<Versions.Change> change = desk.versions().read(announcement);
    if (change.isPresent()) {
      probation.changed(change.get(), intake.tasks(), stock.examples());
      tasks.follow(change.get().after().digest());
      advance();
    }
  }

  /** Does whatever has become possible, or due. */
  void advance() throws IOException {
    desk.versions().announceIfLost();
    proposals.advance();
    probation.advance();
    rounds.advance(tasks.areKnown());
  }

  /** A checkpoint begins. */
  void remember(long checkpointId) throws Exception {
    worker.snapshot(checkpointId);
    desk.versions().remember();
    desk.restraint().remember();
    desk.counts().remember();
    intake.remember();
    drift.remember();
    proposals.remember();
    probation.remember();
    state.corrections().replaceBy(new StockState(stock, rounds.slice()).write());
    state.plan().replaceBy(rounds.keep());
  }

  /** A checkpoint is complete. */
  void completed(long checkpointId) {
    worker.completed(checkpointId);
  }

  Desk desk() {
    return desk;
  }

  Stock stock() {
    return stock;
  }

  int unasked() {
    return hearing.waiting();
  }

  int failures() {
    return worker.failures();
  }

  /** Ends what is being done aside; nobody is told what comes of it. */
  @Override
  public void close() {
    worker.stop();
    training.close();
    reading.close();
    hearing.close();
  }
}
