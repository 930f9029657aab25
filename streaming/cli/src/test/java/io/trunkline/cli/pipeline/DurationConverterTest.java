package io.trunkline.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

final class DurationConverterTest {
  @Test
  void durationsAreWrittenAsInAPipelinesFile() {
    DurationConverter converter = new DurationConverter();

    assertThat(converter.convert("500ms")).isEqualTo(Duration.ofMillis(500));
    assertThat(converter.convert("5s")).isEqualTo(Duration.ofSeconds(5));
    assertThat(converter.convert("1m")).isEqualTo(Duration.ofMinutes(1));
    assertThat(converter.convert("2h")).isEqualTo(Duration.ofHours(2));
    assertThat(converter.convert("1d")).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void anythingElseIsRefused() {
    assertThatThrownBy(() -> new DurationConverter().convert("tomorrow"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("'tomorrow' is no duration, expected one such as 500ms, 5s, 1m, 2h or 1d");
  }
}
