package io.trunkline.model.data;

import io.trunkline.model.InvalidInputException;
import java.io.BufferedInputStream;
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
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int number;

  /**
   * Reads from a stream, which stays the caller's to close.
   *
   * @param name what to call it in errors
   */
  public LineReader(InputStream in, String name) {
    this.in = new BufferedInputStream(in);
    this.name = name;
  }

  /**
   * The next line without its end; null after the last.
   *
   * @throws InvalidInputException if it is too long or not UTF-8
   */
  public @Nullable String next() throws IOException {
    line.reset();
    int b = in.read();
    if (b < 0) {
      return null;
    }
    number++;
    for (; b >= 0 && b != '\n'; b = in.read()) {
      if (line.size() == MAX_BYTES) {
        throw new InvalidInputException(
            "%s: the line has more than %d bytes".formatted(where(), MAX_BYTES));
      }
      line.write(b);
    }
    String text = decode();
    if (number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** Where the line last read is: name and line number, from 1. */
  public String where() {
    return name + ":" + number;
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
