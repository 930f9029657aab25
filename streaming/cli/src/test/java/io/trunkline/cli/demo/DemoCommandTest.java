package io.trunkline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class DemoCommandTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "demo --json                     | --json prints its object at the end, expected --events N",
        "demo --data a.jsonl             | --data and --stream go together",
        "demo --events 0                 | --events is 0, expected at least 1",
        "demo --rate 0                   | --rate is 0.0, expected more than 0",
        "demo --rate -1 --events 5       | --rate is -1.0, expected more than 0",
        "demo --rate fast                | 'fast' is not a double",
      })
  void whatCannotBeDoneIsUsage(String line, String complaint) {
    StringWriter err = new StringWriter();
    CommandLine commandLine = Main.commandLine();
    commandLine.setErr(new PrintWriter(err, true));

    assertThat(commandLine.execute(line.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(complaint);
  }
}
