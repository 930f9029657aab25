package io.trunkline.bench.scaling;

import io.trunkline.bench.Spread;
import java.util.List;
import java.util.Map;

/**
 * How speed hangs on one quantity.
 *
 * @param of what it is
 * @param textsPerSecond by its value, as {@code 16}, in rising order
 * @param rounds the raw figures by value
 */
record Curve(String of, Map<String, Spread> textsPerSecond, Map<String, List<Double>> rounds) {
  /** Microseconds a text at a value, the median of rounds. */
  double micros(String value) {
    Spread spread = textsPerSecond.get(value);
    return spread == null ? Double.NaN : 1e6 / spread.median();
  }
}
