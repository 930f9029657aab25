package io.trunkline.tagging.learner;

import io.trunkline.model.ModelVersion;
import io.trunkline.schemas.avro.Round;
import io.trunkline.schemas.avro.RoundTrigger;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.learner.examples.Slice;
import io.trunkline.tagging.learner.rounds.PlannedRound;
import java.io.IOException;
import java.time.Instant;

/** Draws up the plans of rounds, and draws them up again from state. */
final class Planner {
  private final AvroCodec<Round> codec = AvroCodec.of(Round.class);
  private final LearnerSettings settings;

  Planner(LearnerSettings settings) {
    this.settings = settings;
  }

  /**
   * Plans a round.
   *
   * @param number rounds planned before it
   * @param serving the version that it starts from and is to replace
   */
  Plan plan(Slice slice, long number, ModelVersion serving, RoundTrigger trigger, Instant now)
      throws IOException {
    long seed = settings.learning().seed() + number;
    PlannedRound round = round(slice, serving.digest(), seed);
    Round record =
        new Round(
            round.digest(),
            number,
            serving.digest(),
            serving.generation(),
            trigger,
            slice.corrections(),
            slice.retried(),
            slice.replays(),
            seed,
            now);
    return new Plan(record, slice, round);
  }

  /**
   * The plan that is kept in state. Its digest is another one than its record's where this program,
   * or its settings, are not those that planned it.
   *
   * @throws IOException if it cannot be read any more
   */
  Plan restore(KeptPlan kept, Slice slice) throws IOException {
    Round record = codec.decode(kept.round());
    return new Plan(record, slice, round(slice, record.getParent(), record.getSeed()));
  }

  KeptPlan keep(Plan plan, int failures) {
    return new KeptPlan(codec.encode(plan.record()), failures);
  }

  private PlannedRound round(Slice slice, String parent, long seed) throws IOException {
    var round =
        new io.trunkline.model.learning.Round(
            parent, settings.howRoundsLearn().get(), seed, slice.toLearn(), slice.toReplay());
    return new PlannedRound(settings.rounds().digest(round), round, slice.toJudge());
  }
}
