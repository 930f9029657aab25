package io.trunkline.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import java.nio.file.Path;
import org.apache.flink.client.program.ProgramParametrizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JobArgumentsTest {
  private static final String USAGE =
      ", expected --pipeline FILE [--from-savepoint PATH] [--until-end]";

  @Test
  void aPipelineIsEnough() {
    assertThat(JobArguments.parse("--pipeline", "p.yaml"))
        .isEqualTo(new JobArguments(Path.of("p.yaml"), JobOptions.NONE));
  }

  @Test
  void takesWhatTheCommandLineTakes() {
    assertThat(JobArguments.parse("--from-savepoint", "s", "--pipeline", "p.yaml"))
        .isEqualTo(new JobArguments(Path.of("p.yaml"), new JobOptions(false, "s")));
    assertThat(JobArguments.parse("--pipeline", "p.yaml", "--until-end"))
        .isEqualTo(new JobArguments(Path.of("p.yaml"), new JobOptions(true, null)));
  }

  @Test
  void aSavepointHasNoEnd() {
    assertThatThrownBy(
            () ->
                JobArguments.parse("--pipeline", "p.yaml", "--until-end", "--from-savepoint", "s"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("expected one of them");
  }

  @ParameterizedTest
  @CsvSource({
    "'', no --pipeline",
    "--pipelines p.yaml, unknown argument --pipelines",
    "--pipeline, no value for --pipeline"
  })
  void mistakesAreOneLineInFlinksClient(String arguments, String problem) {
    assertThatThrownBy(
            () -> TaggingJob.main(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
        .isInstanceOf(ProgramParametrizationException.class)
        .hasMessage(problem + USAGE);
  }
}
