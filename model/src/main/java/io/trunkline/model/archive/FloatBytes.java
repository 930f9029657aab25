package io.trunkline.model.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Floats as 32-bit little-endian bytes, moved in small pieces: the tables are large. */
final class FloatBytes {
  private static final int CHUNK = 1 << 14;

  private FloatBytes() {}

  static void write(float[] values, OutputStream to) throws IOException {
    ByteBuffer bytes = buffer();
    for (int from = 0; from < values.length; from += CHUNK) {
      int n = Math.min(CHUNK, values.length - from);
      bytes.clear().asFloatBuffer().put(values, from, n);
      to.write(bytes.array(), 0, n * Float.BYTES);
    }
  }

  static float[] read(InputStream in, int size) throws IOException {
    float[] values = new float[size];
    ByteBuffer bytes = buffer();
    for (int from = 0; from < size; from += CHUNK) {
      int n = Math.min(CHUNK, size - from);
      if (in.readNBytes(bytes.array(), 0, n * Float.BYTES) < n * Float.BYTES) {
        throw new EOFException("it ends early");
      }
      bytes.clear().asFloatBuffer().get(values, from, n);
    }
    return values;
  }

  private static ByteBuffer buffer() {
    return ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }
}
