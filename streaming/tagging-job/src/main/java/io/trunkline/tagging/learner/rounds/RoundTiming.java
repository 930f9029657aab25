package io.trunkline.tagging.learner.rounds;

import io.trunkline.schemas.avro.RoundTrigger;
import io.trunkline.tagging.learner.examples.Stock;
import io.trunkline.tagging.pipeline.Learning;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Says when a round is due; of what is in it and what comes of it, it decides nothing.
 *
 * @param rounds the pipeline's section
 */
public record RoundTiming(Learning.Rounds rounds) {
  /**
   * Why a round is due.
   *
   * @param drifted whether quality has changed since the last one
   * @return empty if none is
   */
  public Optional<RoundTrigger> due(Stock stock, boolean drifted, Instant now) {
    if (stock.fresh() >= rounds.examples()) {
      return Optional.of(RoundTrigger.EXAMPLES);
    }
    if (stock.fresh() < rounds.minExamples()) {
      return Optional.empty();
    }
    if (drifted) {
      return Optional.of(RoundTrigger.DRIFT);
    }
    return hasWaited(stock.oldest(), now) ? Optional.of(RoundTrigger.TIME) : Optional.empty();
  }

  private boolean hasWaited(OptionalLong since, Instant now) {
    return since.isPresent()
        && since.getAsLong() + rounds.maxWait().toMillis() <= now.toEpochMilli();
  }
}
