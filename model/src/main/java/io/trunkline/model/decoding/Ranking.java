package io.trunkline.model.decoding;

import java.util.Arrays;

/**
 * Sorts labels by what a head says of them, without an object a label: it is done for each text.
 */
final class Ranking {
  private Ranking() {}

  /**
   * The places of the first {@code count} numbers, the greatest first, equals in their order.
   *
   * @param logits none of them NaN
   */
  static int[] of(float[] logits, int count) {
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      // Zero added: −0 and 0 are equals. The complement turns the order round.
      keys[i] = (long) ~ordered(logits[i] + 0f) << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    int[] places = new int[count];
    for (int i = 0; i < count; i++) {
      places[i] = (int) keys[i];
    }
    return places;
  }

  /** An int that compares as the float does: negative floats' bits go the other way. */
  private static int ordered(float number) {
    int bits = Float.floatToIntBits(number);
    return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
  }
}
