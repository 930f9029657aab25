package io.trunkline.tagging;

import io.trunkline.model.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * How one run of a pipeline differs from its file.
 *
 * @param untilEnd whether to tag what the questions topic holds now and stop, beside a job that
 *     runs on, whose place and transactions are left alone
 * @param fromSavepoint the savepoint or retained checkpoint to go on from; null to begin afresh
 */
public record JobOptions(boolean untilEnd, @Nullable String fromSavepoint) {
  /** Begins afresh and runs on. */
  public static final JobOptions NONE = new JobOptions(false, null);

  /**
   * Refuses what would run for ever: Kafka partitions that come back from a savepoint have no end.
   *
   * @throws InvalidInputException if both are asked for
   */
  public JobOptions {
    if (untilEnd && fromSavepoint != null) {
      throw new InvalidInputException(
          "--until-end begins afresh and --from-savepoint goes on, expected one of them");
    }
  }
}
