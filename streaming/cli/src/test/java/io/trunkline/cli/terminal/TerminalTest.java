package io.trunkline.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class TerminalTest {
  private static final String CLEAR = "\r\u001b[K";
  private static final String STATUS = "\u001b[?7lhalf done\u001b[?7h";

  private final StringWriter out = new StringWriter();

  @Test
  void linesScrollAboveTheStatus() {
    Terminal terminal = new Terminal(new PrintWriter(out), false, true);
    terminal.status("half done");
    terminal.line("one more");

    assertThat(out).hasToString(CLEAR + STATUS + CLEAR + "one more" + nl() + STATUS);
  }

  @Test
  void anEmptyStatusIsTakenAway() {
    Terminal terminal = new Terminal(new PrintWriter(out), false, true);
    terminal.status("half done");
    terminal.status("");
    terminal.line("over");

    assertThat(out).hasToString(CLEAR + STATUS + CLEAR + "over" + nl());
  }

  @Test
  void aFileGetsLinesOnly() {
    Terminal terminal = new Terminal(new PrintWriter(out), false, false);
    terminal.status("half done");
    terminal.line(terminal.styled(Style.BOLD, "one more"));

    assertThat(out).hasToString("one more" + nl());
  }

  @Test
  void textsOfUnknownOriginCannotSteerTheTerminal() {
    assertThat(Terminal.harmless("a\u001b]0;title\u0007b\r\nc\u009bd"))
        .isEqualTo("a ]0;title b c d");
  }

  private static String nl() {
    return System.lineSeparator();
  }
}
