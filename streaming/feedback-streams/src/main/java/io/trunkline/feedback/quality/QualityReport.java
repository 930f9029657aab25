package io.trunkline.feedback.quality;

import io.trunkline.schemas.avro.QualityWindow;
import io.trunkline.schemas.avro.Tally;
import io.trunkline.schemas.avro.TaskQuality;
import io.trunkline.schemas.avro.VersionQuality;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What is said of a version's counts. */
public final class QualityReport {
  private QualityReport() {}

  /** Its latest judgements, and all of them. */
  public static List<TaskQuality> of(VersionQuality counts) {
    return List.of(
        of(counts, QualityWindow.SLIDING, counts.getSlidingFrom(), counts.getSliding()),
        of(counts, QualityWindow.SINCE_START, counts.getFirstJudgedAt(), counts.getSinceStart()));
  }

  private static TaskQuality of(
      VersionQuality counts, QualityWindow window, Instant from, Tally tally) {
    Wilson interval =
        tally.getJudged() == 0 ? null : Wilson.of(tally.getCorrect(), tally.getJudged());
    return new TaskQuality(
        counts.getTask(),
        counts.getModelDigest(),
        counts.getGeneration(),
        from,
        counts.getLastJudgedAt().plusMillis(1),
        tally.getJudged(),
        tally.getCorrect(),
        orNull(Tallies.macroF1(tally)),
        window,
        counts.getSolicited(),
        interval == null ? null : interval.low(),
        interval == null ? null : interval.high());
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
