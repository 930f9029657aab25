package io.trunkline.model.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  @Test
  void aLineEndsInEitherWayOrWithTheInput() throws Exception {
    assertThat(lines(input("a\nb\r\n\nc"))).containsExactly("a", "b", "", "c");
    assertThat(lines(input("a\n"))).containsExactly("a");
    assertThat(lines(input("\n"))).containsExactly("");
    assertThat(lines(input(""))).isEmpty();
  }

  @Test
  void aLineMayComeInPieces() throws Exception {
    InputStream pieces =
        new SequenceInputStream(input("语"), new SequenceInputStream(input("言\nx"), input("y")));

    assertThat(lines(pieces)).containsExactly("语言", "xy");
  }

  @Test
  void linesLongerThanTheBufferAreWhole() throws Exception {
    String longLine = "0123456789".repeat(20_000);

    assertThat(lines(input(longLine + "\nb\n" + longLine)))
        .containsExactly(longLine, "b", longLine);
  }

  @Test
  void isReadyOnlyForAWholeLine() throws Exception {
    try (PipedOutputStream out = new PipedOutputStream();
        InputStream in = new PipedInputStream(out, 100)) {
      LineReader reader = new LineReader(in, "here");
      out.write("a\nb\nc".getBytes(StandardCharsets.UTF_8));

      assertThat(reader.ready()).isFalse();
      assertThat(reader.next()).isEqualTo("a");
      assertThat(reader.ready()).isTrue();
      assertThat(reader.next()).isEqualTo("b");
      assertThat(reader.ready()).isFalse();
    }
  }

  @Test
  void countsLinesFromOne() throws Exception {
    LineReader reader = new LineReader(input("a\nb"), "here");
    reader.next();
    assertThat(reader.where()).isEqualTo("here:1");
    reader.next();
    assertThat(reader.where()).isEqualTo("here:2");
  }

  private static List<String> lines(InputStream in) throws IOException {
    LineReader reader = new LineReader(in, "here");
    List<String> lines = new ArrayList<>();
    for (String line = reader.next(); line != null; line = reader.next()) {
      lines.add(line);
    }
    return lines;
  }

  private static InputStream input(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
