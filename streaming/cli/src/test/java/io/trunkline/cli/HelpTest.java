package io.trunkline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

final class HelpTest {
  static Stream<CommandLine> commands() {
    return below(Main.commandLine()).filter(command -> !command.getCommandName().equals("help"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpWithExamples(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    assertThat(command.getUsageMessage())
        .contains("Usage: " + name)
        .contains("Examples:")
        .contains("  " + name)
        .contains("--help");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyOptionIsExplained(CommandLine command) {
    assertThat(command.getCommandSpec().options())
        .allSatisfy(option -> assertThat(option.description()).as(option.toString()).isNotEmpty());
  }

  private static Stream<CommandLine> below(CommandLine command) {
    return command.getSubcommands().values().stream()
        .flatMap(child -> Stream.concat(Stream.of(child), below(child)));
  }
}
