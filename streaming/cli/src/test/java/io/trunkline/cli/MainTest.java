package io.trunkline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.InvalidInputException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

final class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void helpIsPrintedAndSucceeds() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("Usage: trunkline").contains("COMMAND");
  }

  @Test
  void anUnknownOptionIsUsageAndSaysWhereHelpIs() {
    assertThat(run("--nonsense")).isEqualTo(2);
    assertThat(err.toString()).contains("--nonsense").contains("See 'trunkline --help'");
  }

  @Test
  void badInputIsOneLineAndExitsTwo() {
    assertThat(run("fail", "input")).isEqualTo(2);
    assertThat(err.toString()).isEqualToNormalizingNewlines("trunkline: model.bin is cut short\n");
  }

  @Test
  void badInputIsFoundBeneathAnotherException() {
    assertThat(run("fail", "wrapped")).isEqualTo(2);
    assertThat(err.toString()).isEqualToNormalizingNewlines("trunkline: model.bin is cut short\n");
  }

  @Test
  void anythingElseIsOneLineAndExitsOne() {
    assertThat(run("fail", "bug")).isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("IllegalStateException").contains("--verbose");
  }

  @Test
  void verboseShowsWhereItCameFrom() {
    assertThat(run("fail", "bug", "--verbose")).isEqualTo(1);
    assertThat(err.toString()).contains("at io.trunkline.cli.MainTest$Fail");
  }

  private int run(String... args) {
    CommandLine commandLine = Main.commandLine();
    commandLine.addSubcommand(new Fail());
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(args);
  }

  @Command(name = "fail")
  static final class Fail implements Callable<Integer> {
    @Parameters(index = "0")
    private String how;

    @Override
    public Integer call() {
      InvalidInputException input = new InvalidInputException("model.bin is cut short");
      throw switch (how) {
        case "input" -> input;
        case "wrapped" -> new IllegalStateException("job failed", input);
        default -> new IllegalStateException("unreachable state");
      };
    }
  }
}
