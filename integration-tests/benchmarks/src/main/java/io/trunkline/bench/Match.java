package io.trunkline.bench;

import io.trunkline.cli.terminal.StandardError;
import io.trunkline.cli.terminal.WorkBar;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Rounds in turn: each contestant plays one, then each another. What else the machine does, and how
 * hot it is, hits all alike, and a ratio is of two rounds that were close in time.
 */
public final class Match {
  private final int warmUps;
  private final int rounds;
  private final Runnable step;

  /**
   * A match to be played.
   *
   * @param warmUps rounds of each that are not counted: the compiler of a fresh JVM is still at
   *     work
   * @param rounds that are
   * @param step hears of each round played
   */
  Match(int warmUps, int rounds, Runnable step) {
    this.warmUps = warmUps;
    this.rounds = rounds;
    this.step = step;
  }

  /**
   * Plays a match and shows on standard error how it comes along.
   *
   * @param what is measured
   * @return what each contestant reached in each round that counts, in the order given
   */
  public static Map<String, List<Double>> play(
      String what, int warmUps, int rounds, List<? extends Contestant> contestants, PrintWriter err)
      throws Exception {
    int length = (warmUps + rounds) * contestants.size();
    try (WorkBar bar =
        new WorkBar(
            err, StandardError.isTerminal(), InstantSource.system(), what, "rounds", length)) {
      return new Match(warmUps, rounds, bar::step).play(contestants);
    }
  }

  /** What each contestant reached in each round that counts, in the order given. */
  Map<String, List<Double>> play(List<? extends Contestant> contestants) throws Exception {
    Map<String, List<Double>> reached = new LinkedHashMap<>();
    contestants.forEach(contestant -> reached.put(contestant.name(), new ArrayList<>()));
    for (int round = 0; round < warmUps + rounds; round++) {
      for (Contestant contestant : contestants) {
        double speed = contestant.round();
        if (round >= warmUps) {
          Objects.requireNonNull(reached.get(contestant.name())).add(speed);
        }
        step.run();
      }
    }
    return reached;
  }
}
