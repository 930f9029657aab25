package io.trunkline.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {
  private static final Measured MEASURED =
      new Measured("s", true, "5", 7, 1.5, Map.of("a", Map.of("headline", 0.5)));

  @TempDir private Path directory;

  @Test
  void whatWasWrittenIsThereAgain() throws Exception {
    Path file = directory.resolve("results.jsonl");
    ResultsFile.open(file).add(MEASURED);
    ResultsFile again = ResultsFile.open(file);
    assertThat(again.has("s/apart/5/7")).isTrue();
    assertThat(again.has("s/together/5/7")).isFalse();
    assertThat(again.all()).containsExactly(MEASURED);
  }

  @Test
  void anotherFileIsRefusedWithItsLine() throws Exception {
    Path file = Files.writeString(directory.resolve("other"), "{}\nno\n");
    assertThatThrownBy(() -> ResultsFile.open(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("other:2: not a result of this benchmark");
  }
}
