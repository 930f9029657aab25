package io.trunkline.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The evaluation data can be read, all of it. */
class SharedDataTest {
  private static final Path DATA = Path.of(System.getProperty("trunkline.data"));

  @Test
  void readsTrec() throws Exception {
    assertThat(read("trec/train.jsonl"))
        .hasSize(5452)
        .allSatisfy(example -> assertThat(example.labels()).containsOnlyKeys("type", "subtype"));
    assertThat(read("trec/test.jsonl")).hasSize(500);
  }

  @Test
  void readsSpansOfEveryScript() throws Exception {
    List<Example> examples = read("massive/ja-JP.dev.jsonl");

    assertThat(examples)
        .anySatisfy(
            example ->
                assertThat(example.labels().get("slots")).isInstanceOf(LabelValue.Spans.class));
  }

  private static List<Example> read(String name) throws Exception {
    Path file = DATA.resolve(name);
    assumeTrue(Files.exists(file), () -> "no evaluation data at " + file);
    return ExampleReader.read(file);
  }
}
