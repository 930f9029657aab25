package io.trunkline.tagging.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Tagger;
import io.trunkline.model.Task;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.archive.TinyModel;
import io.trunkline.model.serving.ServingModel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredModelsTest {
  @TempDir Path directory;
  private String digest;

  @BeforeEach
  void store() throws IOException {
    Path file = directory.resolve("written");
    digest = ModelArchive.write(TinyModel.of(1), file);
    Files.move(file, directory.resolve(digest + ".model"));
  }

  @Test
  void makesATaggerOfAModelThatAnswersThePipelinesTasks() throws IOException {
    try (Tagger tagger = models("colour").load(digest)) {
      assertThat(tagger.tasks()).extracting(Task::name).containsExactly("colour", "size");
    }
  }

  @Test
  void whoServesTheSameModelSharesIt() throws IOException {
    ServingModel one = models("colour").read(digest);

    assertThat(models("size").read(digest)).isSameAs(one);
  }

  @Test
  void refusesAModelThatLacksATask() {
    assertThatThrownBy(() -> models("colour", "taste").load(digest))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "model %s does not answer taste, expected every task of the pipeline; it answers colour, size",
            digest);
  }

  @Test
  void refusesAModelThatIsNotWhatItsNameSays() throws IOException {
    String other = "ab".repeat(32);
    Files.move(directory.resolve(digest + ".model"), directory.resolve(other + ".model"));
    assertThatThrownBy(() -> models("colour").load(other))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(digest);
  }

  @Test
  void saysThatAModelIsMissing() {
    assertThatThrownBy(() -> models("colour").load("cd".repeat(32)))
        .isInstanceOf(FileNotFoundException.class);
  }

  private StoredModels models(String... tasks) {
    return new StoredModels(directory.toUri(), Set.of(tasks));
  }
}
