package io.trunkline.cli.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How fast a known amount of work gets done, from its first step on. */
final class Pace {
  private final InstantSource clock;
  private @Nullable Instant start;
  private long before;
  private long done;
  private long total;

  Pace(InstantSource clock) {
    this.clock = clock;
  }

  /** Notes that so many steps of all are done. */
  void done(long steps, long all) {
    if (start == null) {
      start = clock.instant();
      before = steps;
    }
    done = steps;
    total = all;
  }

  /** Rate and time left, as {@code 12.5 batches/s, 0:42 left}; empty before there is a rate. */
  String text() {
    Duration elapsed = start == null ? Duration.ZERO : Duration.between(start, clock.instant());
    if (elapsed.isZero() || done == before) {
      return "";
    }
    double rate = (done - before) / (elapsed.toMillis() / 1000.0);
    long left = Math.round((total - done) / rate);
    return String.format(Locale.ROOT, "%.1f batches/s, %d:%02d left", rate, left / 60, left % 60);
  }
}
