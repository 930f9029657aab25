package io.trunkline.tagging.learner;

import io.trunkline.tagging.learner.Counted.Count;
import io.trunkline.tagging.learner.examples.Stock;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * What is shown of the learner, in the group {@code trunkline.learner} of its operator's metrics.
 * The names are stable.
 *
 * <ul>
 *   <li>{@code received}, {@code accepted}, {@code heldOut}, {@code setAside}, {@code outdated},
 *       {@code rejected}, {@code replaced}, {@code expelled}, {@code rounds}: what was counted
 *       since the job first learnt, see {@link Count}
 *   <li>{@code waiting}: corrections that wait for their first round
 *   <li>{@code retried}: those that wait for another one
 *   <li>{@code replayable}: those that are read again in later rounds
 *   <li>{@code judges}: those that models are compared on
 *   <li>{@code unasked}: corrections that were not put to a version on probation yet
 *   <li>{@code failuresInARow}: how often the round that is planned could not be run
 *   <li>{@code rollbacksInARow}: versions taken back, one after the other
 *   <li>{@code onHold}: 1 where only people decide, else 0
 *   <li>{@code generation}: of the version that serves
 * </ul>
 */
final class LearnerMetrics {
  private LearnerMetrics() {}

  static void register(MetricGroup operator, Learner learner) {
    MetricGroup group = operator.addGroup("trunkline").addGroup("learner");
    Desk desk = learner.desk();
    Stock stock = learner.stock();
    for (Count count : Count.values()) {
      group.gauge(name(count), (Gauge<Long>) () -> desk.counts().get(count));
    }
    group.gauge("waiting", (Gauge<Integer>) stock::fresh);
    group.gauge("retried", (Gauge<Integer>) stock::retried);
    group.gauge("replayable", (Gauge<Integer>) stock::replayable);
    group.gauge("judges", (Gauge<Integer>) stock::heldOut);
    group.gauge("unasked", (Gauge<Integer>) learner::unasked);
    group.gauge("failuresInARow", (Gauge<Integer>) learner::failures);
    group.gauge("rollbacksInARow", (Gauge<Integer>) desk.restraint()::rollbacks);
    group.gauge("onHold", (Gauge<Integer>) () -> desk.restraint().holds() ? 1 : 0);
    group.gauge("generation", (Gauge<Long>) () -> desk.versions().serving().generation());
  }

  /** {@code HELD_OUT} is {@code heldOut}. */
  private static String name(Count count) {
    String[] words = count.name().toLowerCase(Locale.ROOT).split("_");
    return words[0]
        + Arrays.stream(words).skip(1).map(LearnerMetrics::capital).collect(Collectors.joining());
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
