package io.trunkline.model.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NvidiaSmiTest {
  private static final String A100 = "0, GPU-aaaa, 8.0, NVIDIA A100-SXM4-80GB\n";
  private static final String H100 = "1, GPU-bbbb, 9.0, NVIDIA H100 80GB HBM3\n";

  @TempDir Path directory;

  @Test
  void cardsAreReadInTheOrderOfTheirIndices() {
    assertThat(NvidiaSmiAnswer.read(0, H100 + A100))
        .isEqualTo(
            GpuSurvey.of(
                List.of(
                    new Gpu(0, "GPU-aaaa", "NVIDIA A100-SXM4-80GB", new ComputeCapability(8, 0)),
                    new Gpu(1, "GPU-bbbb", "NVIDIA H100 80GB HBM3", new ComputeCapability(9, 0)))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0, GPU-aaaa, 8.0",
        "x, GPU-aaaa, 8.0, NVIDIA A100",
        "0, GPU-aaaa, [N/A], NVIDIA A100",
        "Thu Jan  1 00:00:00 1970",
        "<html>"
      })
  void anAnswerThatCannotBeUnderstoodIsNoCard(String line) {
    GpuSurvey survey = NvidiaSmiAnswer.read(0, A100 + line + "\n");

    assertThat(survey.cards()).isEmpty();
    assertThat(survey.problem()).isEqualTo("nvidia-smi cannot be understood: " + line);
  }

  @Test
  void aFailureIsQuoted() {
    assertThat(NvidiaSmiAnswer.read(9, "NVIDIA-SMI has failed because …\nMake sure …\n"))
        .isEqualTo(GpuSurvey.without("nvidia-smi failed (9): NVIDIA-SMI has failed because …"));
    assertThat(NvidiaSmiAnswer.read(2, "Field \"compute_cap\" is not a valid field to query.\n"))
        .isEqualTo(
            GpuSurvey.without(
                "nvidia-smi failed (2): Field \"compute_cap\" is not a valid field to query."));
  }

  @Test
  void silenceIsNoCard() {
    assertThat(NvidiaSmiAnswer.read(0, "\n"))
        .isEqualTo(GpuSurvey.without("the NVIDIA driver knows no card"));
  }

  @Test
  void aMissingDriverIsNoCard() throws Exception {
    String program = directory.resolve("nvidia-smi").toString();

    assertThat(new NvidiaSmi(program, Duration.ofSeconds(1)).look())
        .isEqualTo(GpuSurvey.without("no NVIDIA driver: " + program + " cannot be run"));
  }

  @Test
  void theProgramIsAskedForWhatIsRead() throws Exception {
    String program =
        script(
            "[ \"$*\" = '--query-gpu=index,uuid,compute_cap,name --format=csv,noheader' ]"
                + " && echo '0, GPU-aaaa, 7.5, Tesla T4'");

    assertThat(new NvidiaSmi(program, Duration.ofMinutes(1)).look())
        .isEqualTo(
            GpuSurvey.of(List.of(new Gpu(0, "GPU-aaaa", "Tesla T4", new ComputeCapability(7, 5)))));
  }

  @Test
  void aProgramThatHangsIsLeft() throws Exception {
    String program = script("exec sleep 600");

    assertThat(new NvidiaSmi(program, Duration.ofMillis(50)).look())
        .isEqualTo(GpuSurvey.without(program + " does not answer: is the driver in order?"));
  }

  private String script(String body) throws IOException {
    Path script = directory.resolve("nvidia-smi");
    Files.writeString(script, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script.toString();
  }
}
