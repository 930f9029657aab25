package io.trunkline.model.data;

import io.trunkline.model.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of UTF-8 text, each decoded by itself, so that a line with a wrong byte can be named.
 * Lines end in LF or CRLF; a byte order mark before the first is skipped. As soon as a line is
 * there it is given out: nothing waits for more input.
 */
public final class LineReader {
  /** The most bytes that a line may have. */
  public static final int MAX_BYTES = 1 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream in;
  private final String name;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int at;
  private int filled;
  private int number;

  /**
   * Reads from a stream, which stays the caller's to close.
   *
   * @param name what to call it in errors
   */
  public LineReader(InputStream in, String name) {
    this.in = in;
    this.name = name;
  }

  /**
   * The next line without its end; null after the last.
   *
   * @throws InvalidInputException if it is too long or not UTF-8
   */
  public @Nullable String next() throws IOException {
    if (!hasInput()) {
      return null;
    }
    number++;
    line.reset();
    boolean ended = false;
    while (!ended && hasInput()) {
      int end = lineEnd();
      if (line.size() + end - at > MAX_BYTES) {
        throw new InvalidInputException(
            "%s: the line has more than %d bytes".formatted(where(), MAX_BYTES));
      }
      line.write(buffer, at, end - at);
      ended = end < filled;
      at = ended ? end + 1 : end;
    }
    String text = decode();
    if (number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** Whether a whole line has arrived already, so that {@link #next()} will not wait. */
  public boolean ready() {
    return lineEnd() < filled;
  }

  /** Where the line last read is: name and line number, from 1. */
  public String where() {
    return name + ":" + number;
  }

  /** Whether there is a byte, after waiting for one if need be. */
  private boolean hasInput() throws IOException {
    if (at == filled) {
      at = 0;
      filled = Math.max(0, in.read(buffer));
    }
    return at < filled;
  }

  /** Where in the buffer the next line ends, or what was filled of it. */
  private int lineEnd() {
    int end = at;
    while (end < filled && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  private String decode() {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(line.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(where() + ": the line is not UTF-8", e);
    }
  }
}
