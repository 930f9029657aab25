package io.trunkline.bench.latency;

import java.util.concurrent.TimeUnit;

/**
 * When questions are due: evenly, whatever becomes of those before them. Latency counts from then
 * on, not from when the question could be sent at last: otherwise a system that stalls would be
 * asked less while it does, and its stall count once instead of for everybody who would have come
 * (coordinated omission).
 *
 * @param name of the load; how its questions' ids begin
 * @param start of the first, by {@link System#nanoTime}
 * @param perSecond how many are due in a second
 * @param warmUp the first ones, which do not count
 * @param count how many there are in all
 */
record Schedule(String name, long start, double perSecond, int warmUp, int count) {
  /** One that begins now. */
  static Schedule of(String name, double perSecond, int warmUpSeconds, int seconds) {
    int warmUp = (int) (warmUpSeconds * perSecond);
    return new Schedule(
        name, System.nanoTime(), perSecond, warmUp, warmUp + (int) (seconds * perSecond));
  }

  /** When a question is due. */
  long due(int question) {
    return start + (long) (question * (TimeUnit.SECONDS.toNanos(1) / perSecond));
  }

  /** The id of a question. */
  String id(int question) {
    return name + ":" + question;
  }

  /** The question with an id; -1 if it is none of these. */
  int question(String id) {
    return id.startsWith(name + ":") ? Integer.parseInt(id.substring(name.length() + 1)) : -1;
  }
}
