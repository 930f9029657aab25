package io.trunkline.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {
  @TempDir private Path directory;

  @BeforeEach
  void writeExamples() throws Exception {
    Files.write(
        directory.resolve("all.jsonl"),
        IntStream.range(0, 7)
            .mapToObj(
                i ->
                    "{\"id\": \"%d\", \"text\": \"text %d\", \"labels\": {\"a\": \"x\", \"b\": \"y\"}}"
                        .formatted(i, i))
            .toList());
  }

  @Test
  void everyExampleIsInTheTestSetOfOneFold() throws Exception {
    List<Training> trainings = new DataFiles(directory).trainings(study(3, List.of()), false, 1);
    assertThat(trainings)
        .extracting(Training::variant)
        .containsExactly("fold-0", "fold-1", "fold-2");
    for (Training training : trainings) {
      assertThat(training.train())
          .doesNotContainAnyElementsOf(training.tests().get(0))
          .hasSizeBetween(4, 5);
    }
    assertThat(trainings.stream().flatMap(training -> training.tests().get(0).stream()))
        .extracting(Example::id)
        .containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5", "6");
  }

  @Test
  void onlyTheStudysTasksAreLearnt() throws Exception {
    Training training = new DataFiles(directory).trainings(study(0, List.of("b")), false, 1).get(0);
    assertThat(training.train())
        .hasSize(7)
        .allMatch(example -> example.labels().keySet().equals(java.util.Set.of("b")));
  }

  @Test
  void apartEveryTaskHasATrainingOnItsOwn() throws Exception {
    Training training = new DataFiles(directory).trainings(study(0, List.of()), true, 1).get(0);
    assertThat(training.models())
        .extracting(model -> model.train().get(0).labels().keySet().toString())
        .containsExactly("[a]", "[b]");
  }

  @Test
  void apartDevIsEmptyOnlyWhereItWas() {
    Example a = new Example("1", "a text", Map.of("a", new LabelValue.One("x")));
    Example b = new Example("2", "another", Map.of("b", new LabelValue.One("y")));
    Training training = new Training("s", true, "", 1, List.of(a, b), List.of(a), List.of());
    assertThat(training.models()).extracting(Training::dev).containsExactly(List.of(a), List.of(a));
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> new DataFiles(directory.resolve("none")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there is no such directory");
  }

  private static Study study(int folds, List<String> tasks) {
    return new Study(
        "s", List.of("all.jsonl"), List.of(), List.of("all.jsonl"), folds, tasks, List.of());
  }
}
