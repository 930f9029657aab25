package io.trunkline.cli.terminal;

import io.trunkline.model.training.TrainingListener;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how a training comes along on standard error: in a terminal a bar with rate and time left,
 * elsewhere a line an epoch, which says the same.
 */
public final class TrainingBar implements TrainingListener, AutoCloseable {
  private final PrintWriter err;
  private final boolean terminal;
  private final Pace pace;
  private int epochs;
  private @Nullable ProgressBar bar;

  /**
   * @param err where lines go
   * @param terminal whether a person watches
   * @param clock tells how fast it goes
   */
  public TrainingBar(PrintWriter err, boolean terminal, InstantSource clock) {
    this.err = err;
    this.terminal = terminal;
    pace = new Pace(clock);
  }

  @Override
  public void batchDone(int epoch, int ofEpochs, int batch, int batches) {
    epochs = ofEpochs;
    long done = (epoch - 1L) * batches + batch;
    long all = (long) epochs * batches;
    pace.done(done, all);
    if (!terminal) {
      return;
    }
    if (bar == null) {
      bar = start(all);
    }
    bar.stepTo(done);
  }

  @Override
  public void epochDone(int epoch, double loss, Map<String, Double> dev) {
    String figures =
        new TreeMap<>(dev)
            .entrySet().stream()
                .map(task -> String.format(Locale.ROOT, "%s %.3f", task.getKey(), task.getValue()))
                .collect(Collectors.joining(", "));
    if (bar != null) {
      bar.setExtraMessage(" dev " + figures);
    } else {
      err.printf(
          Locale.ROOT,
          "epoch %d of %d: loss %.3f, dev %s; %s%n",
          epoch,
          epochs,
          loss,
          figures,
          pace.text());
      err.flush();
    }
  }

  @Override
  public void warning(String line) {
    err.println("warning: " + line);
    err.flush();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  private static ProgressBar start(long batches) {
    return new ProgressBarBuilder()
        .setTaskName("training")
        .setInitialMax(batches)
        .setUnit(" batches", 1)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .showSpeed()
        .build();
  }
}
