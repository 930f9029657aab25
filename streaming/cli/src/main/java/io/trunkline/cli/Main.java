package io.trunkline.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The root of {@code trunkline …} and its entry. Exit codes: 0 done, 1 an unexpected failure, 2 bad
 * input or usage.
 */
@Command(
    name = "trunkline",
    description = "Tags questions as they stream by: Kafka, Flink and one multi-task network.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    scope = ScopeType.INHERIT,
    sortOptions = false,
    usageHelpAutoWidth = true,
    subcommands = HelpCommand.class)
public final class Main {
  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Log what happens inside, and show where an unexpected failure came from.")
  private boolean verbose;

  Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The whole command line, ready to parse. */
  public static CommandLine commandLine() {
    Main main = new Main();
    CommandLine commandLine = new CommandLine(main);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setParameterExceptionHandler(Failures::usage);
    commandLine.setExecutionExceptionHandler(
        (failure, command, parsed) -> Failures.report(failure, command, main.verbose));
    commandLine.setExecutionStrategy(
        parsed -> {
          Logging.verbose(main.verbose);
          return new CommandLine.RunLast().execute(parsed);
        });
    return commandLine;
  }
}
