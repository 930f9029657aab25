package io.trunkline.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * What one command did.
 *
 * @param exitCode its exit code
 * @param out its standard output
 * @param err its standard error
 */
record CommandLineRun(int exitCode, String out, String err) {
  static CommandLineRun of(Object... arguments) {
    return writingTo(new StringWriter(), arguments);
  }

  /** Runs a command whose standard output can be read while it runs. */
  static CommandLineRun writingTo(StringWriter out, Object... arguments) {
    StringWriter err = new StringWriter();
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
    int exitCode = commandLine.execute(words);
    return new CommandLineRun(exitCode, out.toString(), err.toString());
  }

  /** Runs a command that finds this text on its standard input. */
  static CommandLineRun withInput(String input, Object... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      return of(arguments);
    } finally {
      System.setIn(before);
    }
  }
}
