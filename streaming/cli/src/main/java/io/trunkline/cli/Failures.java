package io.trunkline.cli;

import io.trunkline.model.InvalidInputException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line on standard error and an exit code. */
final class Failures {
  private Failures() {}

  /** Bad usage: what was wrong, the nearest options if any, and where help is. */
  static int usage(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("trunkline: " + failure.getMessage());
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return CommandLine.ExitCode.USAGE;
  }

  /**
   * Bad input exits 2, anything else 1. Flink wraps what a job's entry throws, so the causes are
   * searched too.
   */
  static int report(Exception failure, CommandLine command, boolean verbose) {
    PrintWriter err = command.getErr();
    InvalidInputException invalid = invalidInput(failure);
    if (invalid != null) {
      err.println("trunkline: " + invalid.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    err.println("trunkline: " + rootCause(failure) + (verbose ? "" : " (more with --verbose)"));
    if (verbose) {
      err.println(command.getColorScheme().richStackTraceString(failure));
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static @Nullable InvalidInputException invalidInput(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidInputException invalid) {
        return invalid;
      }
    }
    return null;
  }

  private static Throwable rootCause(Throwable failure) {
    Throwable cause = failure;
    for (Throwable next = cause.getCause(); next != null; next = cause.getCause()) {
      cause = next;
    }
    return cause;
  }
}
