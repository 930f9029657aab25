package io.trunkline.cli.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how a piece of work comes along on standard error: in a terminal a bar with its rate,
 * elsewhere a line every ten seconds.
 */
public final class WorkBar implements AutoCloseable {
  /** Of work that nobody knows the end of. */
  public static final long UNKNOWN = -1;

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

  private final PrintWriter err;
  private final InstantSource clock;
  private final String what;
  private final String unit;
  private final long total;
  private final @Nullable ProgressBar bar;
  private Instant lastLine;
  private long done;

  /**
   * @param err where lines go
   * @param terminal whether a person watches
   * @param clock tells when it is time for a line
   * @param what is done, as {@code verifying}
   * @param unit what it is counted in, as {@code models}
   * @param total how many there are; {@link #UNKNOWN} if nobody knows
   */
  public WorkBar(
      PrintWriter err,
      boolean terminal,
      InstantSource clock,
      String what,
      String unit,
      long total) {
    this.err = err;
    this.clock = clock;
    this.what = what;
    this.unit = unit;
    this.total = total;
    bar = terminal ? start(what, unit, total) : null;
    lastLine = clock.instant();
  }

  /** One more is done. */
  public void step() {
    done++;
    if (bar != null) {
      bar.step();
    } else if (clock.instant().isAfter(lastLine.plus(BETWEEN_LINES))) {
      lastLine = clock.instant();
      err.println(what + ": " + done + (total == UNKNOWN ? "" : " of " + total) + " " + unit);
      err.flush();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  private static ProgressBar start(String what, String unit, long total) {
    return new ProgressBarBuilder()
        .setTaskName(what)
        .setInitialMax(total)
        .setUnit(" " + unit, 1)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .showSpeed()
        .build();
  }
}
