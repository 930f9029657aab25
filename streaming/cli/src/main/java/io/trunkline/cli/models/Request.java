package io.trunkline.cli.models;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a model is asked to serve.
 *
 * @param replaces the generation that it is to replace; null for the newest announced
 * @param by who asks; may be empty
 * @param note why; may be empty
 * @param patience how long to wait for an answer; zero: not at all
 */
record Request(@Nullable Long replaces, String by, String note, Duration patience) {
  /** The same with another note where it has none. */
  Request orNote(String other) {
    return note.isEmpty() ? new Request(replaces, by, other, patience) : this;
  }
}
