package io.trunkline.model.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers as bytes, those of 32 bits little-endian and in small pieces: the tables are large. */
final class Numbers {
  private static final int CHUNK = 1 << 14;

  private Numbers() {}

  static void write(float[] values, OutputStream to) throws IOException {
    ByteBuffer bytes = buffer();
    for (int from = 0; from < values.length; from += CHUNK) {
      int n = Math.min(CHUNK, values.length - from);
      bytes.clear().asFloatBuffer().put(values, from, n);
      to.write(bytes.array(), 0, n * Float.BYTES);
    }
  }

  static void write(int[] values, OutputStream to) throws IOException {
    ByteBuffer bytes = buffer();
    for (int from = 0; from < values.length; from += CHUNK) {
      int n = Math.min(CHUNK, values.length - from);
      bytes.clear().asIntBuffer().put(values, from, n);
      to.write(bytes.array(), 0, n * Integer.BYTES);
    }
  }

  static float[] readFloats(InputStream in, int size) throws IOException {
    float[] values = new float[size];
    ByteBuffer bytes = buffer();
    for (int from = 0; from < size; from += CHUNK) {
      int n = Math.min(CHUNK, size - from);
      fill(bytes.array(), n * Float.BYTES, in);
      bytes.clear().asFloatBuffer().get(values, from, n);
    }
    return values;
  }

  static int[] readInts(InputStream in, int size) throws IOException {
    int[] values = new int[size];
    ByteBuffer bytes = buffer();
    for (int from = 0; from < size; from += CHUNK) {
      int n = Math.min(CHUNK, size - from);
      fill(bytes.array(), n * Integer.BYTES, in);
      bytes.clear().asIntBuffer().get(values, from, n);
    }
    return values;
  }

  static byte[] readBytes(InputStream in, int size) throws IOException {
    byte[] values = new byte[size];
    fill(values, size, in);
    return values;
  }

  private static void fill(byte[] bytes, int size, InputStream in) throws IOException {
    if (in.readNBytes(bytes, 0, size) < size) {
      throw new EOFException("it ends early");
    }
  }

  private static ByteBuffer buffer() {
    return ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }
}
