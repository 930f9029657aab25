package io.trunkline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartModelTest {
  @TempDir Path directory;
  private Path data;

  @BeforeEach
  void writeData() throws IOException {
    data = directory.resolve("train.jsonl");
    for (int i = 0; i < 20; i++) {
      append("cats and dogs number " + i, "pets");
      append("spades and rakes number " + i, "garden");
    }
  }

  @Test
  void aModelIsTrainedOnceForTheSameDataAndVersion() throws IOException {
    Trainings trainings = new Trainings();
    Path first = start("1.0").get(data, trainings);
    assertThat(start("1.0").isKept(data)).isTrue();

    assertThat(start("1.0").get(data, trainings)).isEqualTo(first);
    assertThat(trainings.count).isEqualTo(1);
  }

  @Test
  void otherDataAnotherVersionAndADamagedFileTrainAnew() throws IOException {
    Path kept = start("1.0").get(data, TrainingListener.SILENT);
    assertThat(start("1.0").isKept(data)).isTrue();
    assertThat(start("1.1").isKept(data)).isFalse();

    List<String> lines = Files.readAllLines(data);
    append("one more", "pets");
    assertThat(start("1.0").isKept(data)).isFalse();

    Files.write(data, lines);
    assertThat(start("1.0").isKept(data)).isTrue();
    Files.write(kept, new byte[] {0}, StandardOpenOption.APPEND);
    assertThat(start("1.0").isKept(data)).isFalse();
  }

  @Test
  void dataThatIsNotThereIsBadInput() {
    assertThatThrownBy(() -> start("1.0").isKept(directory.resolve("nothing.jsonl")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("nothing.jsonl: no such file");
  }

  private StartModel start(String version) {
    return new StartModel(new DemoFiles(directory.resolve("home")), version, new Curriculum(false));
  }

  private void append(String text, String topic) throws IOException {
    Files.writeString(
        data,
        String.format(
            Locale.ROOT, "{\"text\": \"%s\", \"labels\": {\"topic\": \"%s\"}}%n", text, topic),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static final class Trainings implements TrainingListener {
    int count;

    @Override
    public void batchDone(int epoch, int epochs, int batch, int batches) {
      if (epoch == 1 && batch == 1) {
        count++;
      }
    }
  }
}
