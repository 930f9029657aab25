package io.trunkline.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.cli.job.ClusterAddress;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FlinkCheckTest {
  private static final ClusterAddress ADDRESS = new ClusterAddress("flink", 8081);

  @Test
  void theOverviewIsRead() throws IOException {
    assertThat(
            FlinkOverview.read(
                """
                {"taskmanagers":2,"taskmanagers-blocked":0,"slots-total":4,"slots-available":1,
                 "jobs-running":1,"flink-version":"2.3.0","flink-commit":"1a2b3c4"}
                """))
        .isEqualTo(new FlinkOverview("2.3.0", 4, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"flink-version\":\"2.3.0\"}"})
  void anythingElseIsNoCluster(String answer) {
    assertThatThrownBy(() -> FlinkOverview.read(answer)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2.3.0, 4, OK",
    "2.3.1, 4, OK",
    "2.2.0, 4, FAULT",
    "1.20.1, 4, FAULT",
    "2.3.0, 0, WARNING"
  })
  void theClusterMustBeOfTheVersionAndHaveSlots(String version, int slots, Grade grade) {
    Diagnosis diagnosis = FlinkCheck.judge(ADDRESS, new FlinkOverview(version, slots, 0), "2.3.0");

    assertThat(diagnosis.grade()).isEqualTo(grade);
    assertThat(diagnosis.remedy().isEmpty()).isEqualTo(grade == Grade.OK);
  }
}
