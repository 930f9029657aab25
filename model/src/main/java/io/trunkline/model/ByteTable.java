package io.trunkline.model;

/**
 * A table in a quarter of the memory: of each row {@code x} the bytes {@code q} and a scale {@code
 * s}, with
 *
 * <pre>{@code s = max |x| / 127,   q = round(x / s),   x ≈ s q}</pre>
 *
 * <p>so that no number is off by more than half a scale, and a table that was rounded is rounded to
 * itself.
 *
 * @param numbers q, row by row
 * @param scales s of each row
 * @param width numbers of a row
 * @see <a href="https://arxiv.org/abs/1911.02079">H. Guan et al., Post-Training 4-bit Quantization
 *     on Embedding Tables, 2019, on why a scale a row</a>
 */
public record ByteTable(byte[] numbers, float[] scales, int width) implements Table {
  private static final int GREATEST = Byte.MAX_VALUE;

  /** Bits of a scale that are 0, so that its products with bytes are floats, not rounded ones. */
  private static final int FREE_BITS = (1 << 7) - 1;

  /** A table to be filled. */
  public static ByteTable ofZeros(int rows, int width) {
    return new ByteTable(new byte[Math.multiplyExact(rows, width)], new float[rows], width);
  }

  /** Rounds a row that lies in an array, from {@code at} on; to be called before others read. */
  public void put(int row, float[] from, int at) {
    float greatest = 0;
    for (int i = 0; i < width; i++) {
      greatest = Math.max(greatest, Math.abs(from[at + i]));
    }
    float scale = roundUp(greatest / GREATEST);
    scales[row] = scale;
    for (int i = 0; i < width; i++) {
      // Of a row of almost nothing the scale itself is rounded, to 0 perhaps.
      int rounded = scale == 0 ? 0 : Math.round(from[at + i] / scale);
      numbers[row * width + i] = (byte) Math.max(-GREATEST, Math.min(GREATEST, rounded));
    }
  }

  private static float roundUp(float scale) {
    return Float.intBitsToFloat((Float.floatToIntBits(scale) + FREE_BITS) & ~FREE_BITS);
  }

  @Override
  public Precision precision() {
    return Precision.INT8;
  }

  @Override
  public int rows() {
    return scales.length;
  }

  @Override
  public void read(int row, float[] into, int at) {
    float scale = scales[row];
    int from = row * width;
    for (int i = 0; i < width; i++) {
      into[at + i] = scale * numbers[from + i];
    }
  }

  @Override
  public float[] toFloats() {
    float[] all = new float[numbers.length];
    for (int row = 0; row < scales.length; row++) {
      read(row, all, row * width);
    }
    return all;
  }
}
