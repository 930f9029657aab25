package io.trunkline.cli.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.models.Outcome.Verdict;
import io.trunkline.cli.pipeline.DurationConverter;
import io.trunkline.cli.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the commands that have another model serve have in common. */
final class HandoverOptions {
  /** What exit codes mean beside those of every command. */
  static final String EXIT_CODES =
      "Where the pipeline learns, the job is asked and decides: exits 3 if it refuses, with its"
          + " reason, and 4 if it does not answer in time.";

  @Option(
      names = "--replaces",
      paramLabel = "N",
      description =
          "The generation that is meant to be replaced; by default the newest announced. The job"
              + " refuses if another one serves by then.")
  private @Nullable Long replaces;

  @Option(
      names = "--by",
      paramLabel = "WHO",
      defaultValue = "${sys:user.name}",
      description = "Who wants it; by default the user's name.")
  private String by;

  @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "Why.")
  private String note;

  @Option(names = "--no-wait", description = "Do not wait for the job's decision.")
  private boolean noWait;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "1m",
      converter = DurationConverter.class,
      description = "How long to wait for it; ${DEFAULT-VALUE} by default.")
  private Duration timeout;

  @Option(
      names = "--json",
      description =
          "Print one object: {\"digest\", \"generation\", \"replaces\", \"verdict\": ANNOUNCED,"
              + " PROPOSED, ACCEPTED, REFUSED or UNDECIDED, \"reason\"}.")
  private boolean json;

  Request request() {
    return new Request(replaces, by, note, noWait ? Duration.ZERO : timeout);
  }

  /**
   * Says what became of it.
   *
   * @param announced what to call it where the command announces the model itself
   * @return the exit code
   */
  int report(Outcome outcome, String announced, PrintWriter out) throws IOException {
    out.println(json ? new ObjectMapper().writeValueAsString(outcome) : line(outcome, announced));
    return outcome.verdict().exitCode();
  }

  private static String line(Outcome outcome, String announced) {
    String generation =
        outcome.generation() == null ? "" : " as generation " + outcome.generation();
    String verdict =
        outcome.verdict() == Verdict.ANNOUNCED
            ? announced
            : outcome.verdict().name().toLowerCase(Locale.ROOT);
    String reason = outcome.reason().isEmpty() ? "" : ": " + Terminal.harmless(outcome.reason());
    return verdict + " " + outcome.digest() + generation + reason;
  }
}
