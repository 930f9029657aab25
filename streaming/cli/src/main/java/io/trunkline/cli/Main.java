package io.trunkline.cli;

import io.trunkline.cli.bench.BenchCommand;
import io.trunkline.cli.demo.DemoCommand;
import io.trunkline.cli.doctor.DoctorCommand;
import io.trunkline.cli.feedback.FeedbackCommand;
import io.trunkline.cli.feedback.RunFeedbackCommand;
import io.trunkline.cli.job.RunCommand;
import io.trunkline.cli.job.StopCommand;
import io.trunkline.cli.model.EvaluateCommand;
import io.trunkline.cli.model.ExportCommand;
import io.trunkline.cli.model.QuantizeCommand;
import io.trunkline.cli.model.TagCommand;
import io.trunkline.cli.model.TrainCommand;
import io.trunkline.cli.models.ModelsCommand;
import io.trunkline.cli.records.SendCommand;
import io.trunkline.cli.records.TailCommand;
import io.trunkline.cli.terminal.Logging;
import io.trunkline.cli.topics.TopicsCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The root of {@code trunkline …} and its entry. Exit codes: 0 done, 1 an unexpected failure or
 * something found wrong, 2 bad input or usage, 3 refused by the job, 4 not decided in time.
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
    subcommands = {
      DemoCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      TagCommand.class,
      QuantizeCommand.class,
      ExportCommand.class,
      RunCommand.class,
      StopCommand.class,
      TopicsCommand.class,
      ModelsCommand.class,
      BenchCommand.class,
      SendCommand.class,
      TailCommand.class,
      FeedbackCommand.class,
      RunFeedbackCommand.class,
      DoctorCommand.class,
      HelpCommand.class
    })
public final class Main {
  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Log what happens inside, and show where an unexpected failure came from.")
  private boolean verbose;

  Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    CommandLine commandLine = commandLine();
    // What we read and write is UTF-8 whatever the locale says: half of the sample is Chinese.
    commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    System.exit(commandLine.execute(args));
  }

  /** The whole command line, ready to parse. */
  public static CommandLine commandLine() {
    Main main = new Main();
    CommandLine commandLine = new CommandLine(main);
    BenchCommand.addFound(commandLine);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setParameterExceptionHandler(Failures::usage);
    commandLine.setExecutionExceptionHandler(
        (failure, command, parsed) -> Failures.report(failure, command, main.verbose));
    commandLine.setExecutionStrategy(
        parsed -> {
          if (main.verbose) {
            Logging.verbose();
          }
          return new CommandLine.RunLast().execute(parsed);
        });
    return commandLine;
  }
}
