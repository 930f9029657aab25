package io.trunkline.bench.pipeline;

import io.trunkline.bench.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what rounds reached by the clock, beside what they cost, which counts. */
final class Speeds {
  private final Map<String, List<Double>> perSecond = new LinkedHashMap<>();
  private final Map<String, List<Double>> brokerMicros = new LinkedHashMap<>();

  /** Adds a round; its events per core-second. */
  double add(String contestant, Stopwatch.Speed speed) {
    perSecond.computeIfAbsent(contestant, unseen -> new ArrayList<>()).add(speed.perSecond());
    brokerMicros.computeIfAbsent(contestant, unseen -> new ArrayList<>()).add(speed.brokerMicros());
    return speed.perCoreSecond();
  }

  /** Events per second by the clock, of all rounds that count. */
  Map<String, Spread> perSecond(int warmUps) {
    return spreads(perSecond, warmUps);
  }

  /** The broker's processor time for an event, in microseconds, likewise. */
  Map<String, Spread> brokerMicros(int warmUps) {
    return spreads(brokerMicros, warmUps);
  }

  private static Map<String, Spread> spreads(Map<String, List<Double>> figures, int warmUps) {
    Map<String, Spread> spreads = new LinkedHashMap<>();
    figures.forEach(
        (name, rounds) -> spreads.put(name, Spread.of(rounds.subList(warmUps, rounds.size()))));
    return spreads;
  }
}
