package io.trunkline.tagging.learner;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.ModelVersion;
import io.trunkline.model.gate.Comparison;
import io.trunkline.model.gate.GateReport;
import io.trunkline.schemas.avro.DecisionKind;
import io.trunkline.schemas.avro.RoundTrigger;
import io.trunkline.schemas.avro.Verdict;
import io.trunkline.schemas.wire.OneLine;
import io.trunkline.tagging.learner.Counted.Count;
import io.trunkline.tagging.learner.InFlight.Cause;
import io.trunkline.tagging.learner.Outbox.Decision;
import io.trunkline.tagging.learner.examples.Correction;
import io.trunkline.tagging.learner.examples.Slice;
import io.trunkline.tagging.learner.examples.Stock;
import io.trunkline.tagging.learner.probation.AnswerCount;
import io.trunkline.tagging.learner.rounds.GatedModel;
import io.trunkline.tagging.learner.rounds.RoundTiming;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plans rounds, one at a time, and decides what becomes of their models.
 *
 * <p>A plan is drawn up, recorded and put in state; it is run once a checkpoint holds it, and so it
 * is the same plan that is run again after a failure.
 */
final class Rounds implements RoundWorker.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final Desk desk;
  private final Stock stock;
  private final DriftWatch drift;
  private final ProbationWatch probation;
  private final Planner planner;
  private final RoundTiming timing;
  private final RoundWorker worker;

  private @Nullable Plan plan;

  Rounds(Desk desk, Stock stock, DriftWatch drift, ProbationWatch probation, RoundWorker worker) {
    this.desk = desk;
    this.stock = stock;
    this.drift = drift;
    this.probation = probation;
    this.planner = new Planner(desk.settings());
    this.timing = new RoundTiming(desk.settings().learning().rounds());
    this.worker = worker;
  }

  /** Goes on with a round that was planned before a restart. */
  void resume(KeptPlan kept, Slice slice) throws IOException {
    Plan resumed = planner.restore(kept, slice);
    if (resumed.isAsRecorded()) {
      plan = resumed;
      worker.resume(resumed.round(), kept.failures(), this);
    } else {
      reject(resumed, null, "it was planned with other settings, or by another release", List.of());
      putBack(resumed);
    }
  }

  /** The slice of the round that is planned; null where none is. */
  @Nullable Slice slice() {
    return plan == null ? null : plan.slice();
  }

  /** The round that is planned, to be kept in state. */
  Optional<KeptPlan> keep() {
    return Optional.ofNullable(plan).map(planned -> planner.keep(planned, worker.failures()));
  }

  /**
   * Plans a round if one is due, and drops the one planned if its model would replace nothing.
   *
   * @param mayPlan whether it is known what the version that serves can learn
   */
  void advance(boolean mayPlan) {
    if (plan == null) {
      if (mayPlan) {
        planIfDue();
      }
    } else if (plan.replaces() != desk.versions().serving().generation()) {
      worker.stop();
      reject(plan, null, stale(plan), List.of());
      putBack(plan);
    }
  }

  private void planIfDue() {
    if (desk.versions().areSettled() && desk.restraint().allows(desk.out().now())) {
      var trigger = timing.due(stock, drift.hasSeenOne(), desk.out().now());
      if (trigger.isPresent()) {
        plan(trigger.get());
      }
    }
  }

  private void plan(RoundTrigger trigger) {
    long number = desk.counts().get(Count.ROUNDS);
    ModelVersion serving = desk.versions().serving();
    Plan next;
    try {
      next = planner.plan(stock.next(), number, serving, trigger, desk.out().now());
    } catch (IOException e) {
      LOG.warn("A round cannot be planned yet", e);
      return;
    }
    stock.take(next.slice());
    drift.forget();
    desk.counts().add(Count.ROUNDS);
    desk.out().plan(next.record());
    worker.begin(next.round(), this);
    plan = next;
  }

  @Override
  public void ended(GatedModel model) {
    Plan ended = Objects.requireNonNull(plan);
    GateReport report = model.report();
    if (desk.settings().learning().gate().enabled()) {
      stock.judged(ended.slice());
    }
    if (report.accepted() && isCurrent(ended)) {
      decide(ended, Verdict.ACCEPTED, model.digest(), report.reason(), report.comparisons());
      String note = "round %d".formatted(ended.record().getNumber());
      desk.versions().announce(model.digest(), Desk.NAME, note, Cause.ROUND);
      probation.expect(new Expected(model.digest(), AnswerCount.of(report.answers())));
      plan = null;
    } else {
      String reason = report.accepted() ? stale(ended) : report.reason();
      reject(ended, model.digest(), reason, report.comparisons());
      putBack(ended);
    }
  }

  private boolean isCurrent(Plan ended) {
    return desk.versions().areSettled()
        && ended.replaces() == desk.versions().serving().generation();
  }

  private static String stale(Plan stale) {
    return "it is to replace generation %d, but another one was announced since"
        .formatted(stale.replaces());
  }

  @Override
  public void failed(Throwable cause) {
    decide(Objects.requireNonNull(plan), Verdict.FAILED, null, OneLine.of(cause), List.of());
  }

  @Override
  public void refused(Throwable cause) {
    Plan refused = Objects.requireNonNull(plan);
    reject(refused, null, OneLine.of(cause), List.of());
    putBack(refused);
  }

  @Override
  public void gaveUp(Throwable cause) {
    Plan failed = Objects.requireNonNull(plan);
    String reason =
        "given up after %d failures in a row: %s"
            .formatted(RoundWorker.MOST_FAILURES, OneLine.of(cause));
    reject(failed, null, reason, List.of());
    for (Correction spent : stock.putBackFailed(failed.slice())) {
      desk.counts().add(Count.REJECTED);
      desk.out()
          .reject(
              spent.origin(),
              new InvalidInputException(
                  "no round with it could be run, the last one was " + reason));
    }
    plan = null;
  }

  private void putBack(Plan rejected) {
    stock.putBack(rejected.slice());
    plan = null;
  }

  private void reject(
      Plan rejected, @Nullable String candidate, String reason, List<Comparison> comparisons) {
    decide(rejected, Verdict.REJECTED, candidate, reason, comparisons);
  }

  private void decide(
      Plan on,
      Verdict verdict,
      @Nullable String candidate,
      String reason,
      List<Comparison> comparisons) {
    Decision decision =
        new Decision(
            DecisionKind.GATE,
            verdict,
            candidate,
            on.replaces(),
            on.digest(),
            Desk.NAME,
            reason,
            comparisons);
    desk.out().decide(decision, on.champion());
  }
}
