package io.trunkline.tagging.learner.examples;

import io.trunkline.model.LabelValue;
import io.trunkline.model.Text;
import io.trunkline.tagging.records.SourceRecord;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one source says is right for one event and one task.
 *
 * @param key what it is about
 * @param text the event's text
 * @param value what is right
 * @param labelledAt when that was said, in milliseconds since the epoch; of two on one key the
 *     later holds
 * @param solicited whether the event was drawn at random to be judged
 * @param origin the record it was read from, with this label alone: kept in state, and sent to the
 *     dead letters should nothing learn from it
 */
public record Correction(
    Key key, Text text, LabelValue value, long labelledAt, boolean solicited, SourceRecord origin) {
  /** Bytes of the record. */
  int size() {
    return Objects.requireNonNull(origin.value()).length;
  }

  /** Whether another correction on the same key holds in its place. */
  boolean isOutdatedBy(@Nullable Correction other) {
    return other != null && other.labelledAt > labelledAt;
  }

  /**
   * What a correction is about.
   *
   * @param eventId names the event
   * @param source who says so; may be empty
   * @param task the task's name
   */
  public record Key(String eventId, String source, String task) {
    /** Names the example that the corrections of one source on one event make together. */
    public String example() {
      return source.isEmpty() ? eventId : source + ":" + eventId;
    }
  }
}
