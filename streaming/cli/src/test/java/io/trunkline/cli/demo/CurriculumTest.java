package io.trunkline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.Example;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CurriculumTest {
  private static final List<Example> TRAIN =
      Stream.of("a", "b", "c", "d", "e").map(text -> new Example("", text, Map.of())).toList();

  @TempDir Path directory;

  @Test
  void withFeedbackTheFirstModelLearnsAThirdAndTheRestIsAsked() throws Exception {
    Curriculum curriculum = new Curriculum(true);

    assertThat(curriculum.first(TRAIN)).extracting(Example::text).containsExactly("a", "d");
    assertThat(questions(curriculum)).containsExactly("x", "b", "c", "e");
  }

  @Test
  void withoutItLearnsAllAndTheStreamAloneIsAsked() throws Exception {
    Curriculum curriculum = new Curriculum(false);

    assertThat(curriculum.first(TRAIN)).isEqualTo(TRAIN);
    assertThat(questions(curriculum)).containsExactly("x");
  }

  private List<String> questions(Curriculum curriculum) throws Exception {
    Path train = directory.resolve("train.jsonl");
    Path stream = directory.resolve("stream.jsonl");
    Files.write(train, TRAIN.stream().map(e -> "{\"text\": \"%s\"}".formatted(e.text())).toList());
    Files.writeString(stream, "{\"text\": \"x\"}\n");
    return curriculum.questions(train, stream).stream().map(Example::text).toList();
  }
}
