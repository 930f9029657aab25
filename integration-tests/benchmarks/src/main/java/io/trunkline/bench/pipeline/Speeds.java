package io.trunkline.bench.pipeline;

import io.trunkline.bench.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what rounds reached by the clock, beside what they cost, which counts. */
final class Speeds {
  private final Map<String, List<Double>> perSecond = new LinkedHashMap<>();

  /** Adds a round; its events per core-second. */
  double add(String contestant, Stopwatch.Speed speed) {
    perSecond.computeIfAbsent(contestant, unseen -> new ArrayList<>()).add(speed.perSecond());
    return speed.perCoreSecond();
  }

  /** Events per second by the clock, of all rounds that count. */
  Map<String, Spread> perSecond(int warmUps) {
    Map<String, Spread> spreads = new LinkedHashMap<>();
    perSecond.forEach(
        (name, rounds) -> spreads.put(name, Spread.of(rounds.subList(warmUps, rounds.size()))));
    return spreads;
  }
}
