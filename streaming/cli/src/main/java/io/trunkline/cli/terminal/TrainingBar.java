package io.trunkline.cli.terminal;

import io.trunkline.model.training.TrainingListener;
import java.io.PrintWriter;
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
 * elsewhere a line an epoch.
 */
public final class TrainingBar implements TrainingListener, AutoCloseable {
  private final PrintWriter err;
  private final boolean terminal;
  private @Nullable ProgressBar bar;

  /**
   * @param err where lines go
   * @param terminal whether a person watches
   */
  public TrainingBar(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public void batchDone(int epoch, int epochs, int batch, int batches) {
    if (!terminal) {
      return;
    }
    if (bar == null) {
      bar = start((long) epochs * batches);
    }
    bar.stepTo((epoch - 1L) * batches + batch);
  }

  @Override
  public void epochDone(int epoch, double loss, Map<String, Double> devAccuracy) {
    String accuracies =
        new TreeMap<>(devAccuracy)
            .entrySet().stream()
                .map(task -> String.format(Locale.ROOT, "%s %.3f", task.getKey(), task.getValue()))
                .collect(Collectors.joining(", "));
    if (bar != null) {
      bar.setExtraMessage(" dev " + accuracies);
    } else {
      err.printf(Locale.ROOT, "epoch %d: loss %.3f, dev accuracy %s%n", epoch, loss, accuracies);
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
