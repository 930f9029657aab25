package io.trunkline.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.training.TrainingConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {
  private static final Measured MEASURED =
      new Measured("s", true, "5", 7, "here", 1.5, Map.of("a", Map.of("headline", 0.5)));

  @TempDir private Path directory;

  @Test
  void whatWasWrittenIsThereAgain() throws Exception {
    Path file = directory.resolve("results.jsonl");
    ResultsFile.open(file, "here").add(MEASURED);
    ResultsFile again = ResultsFile.open(file, "here");
    assertThat(again.has("s/apart/5/7")).isTrue();
    assertThat(again.has("s/together/5/7")).isFalse();
    assertThat(again.all()).containsExactly(MEASURED);
  }

  @Test
  void resultsOfOtherSettingsStayInTheFileUnseen() throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("earlier.jsonl"),
            "{\"study\":\"s\",\"apart\":true,\"variant\":\"5\",\"seed\":7,\"seconds\":1.5,"
                + "\"tasks\":{\"a\":{\"headline\":0.5}}}\n");
    ResultsFile.open(file, "here").add(MEASURED);
    ResultsFile other = ResultsFile.open(file, "there");
    assertThat(other.has("s/apart/5/7")).isFalse();
    assertThat(other.all()).isEmpty();
    assertThat(ResultsFile.open(file, "here").all()).containsExactly(MEASURED);
    assertThat(file).content().hasLineCount(2);
  }

  @Test
  void settingsAreTheSameWhateverTheSeed() {
    TrainingConfig settings = TrainingConfig.defaults();
    TrainingConfig other = settings.withSchedule(settings.schedule().withEpochs(7));
    assertThat(SettingsDigest.of(settings))
        .matches("[0-9a-f]{16}")
        .isEqualTo(SettingsDigest.of(settings.withSeed(2)))
        .isNotEqualTo(SettingsDigest.of(other));
  }

  @Test
  void anotherFileIsRefusedWithItsLine() throws Exception {
    Path file = Files.writeString(directory.resolve("other"), "{}\nno\n");
    assertThatThrownBy(() -> ResultsFile.open(file, "here"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("other:2: not a result of this benchmark");
  }
}
