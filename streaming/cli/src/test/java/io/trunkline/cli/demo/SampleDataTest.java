package io.trunkline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import io.trunkline.model.data.ExampleReader;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the bundled sample promises. */
final class SampleDataTest {
  private static final Path SAMPLE = Path.of("..", "..", "deploy", "sample");
  private static final double ALIKE = 0.6;

  private static List<Example> train;
  private static List<Example> stream;

  @BeforeAll
  static void read() throws IOException {
    train = ExampleReader.read(SAMPLE.resolve("train.jsonl"));
    stream = ExampleReader.read(SAMPLE.resolve("stream.jsonl"));
  }

  @Test
  void itIsLargeEnough() {
    assertThat(train.size() + stream.size()).isGreaterThanOrEqualTo(1500);
    assertThat(labels(train, "subject")).hasSizeGreaterThanOrEqualTo(10);
    assertThat(labels(train, "intent")).hasSizeGreaterThanOrEqualTo(6);
    assertThat(labels(train, "language")).containsExactlyInAnyOrder("en", "zh");
  }

  @Test
  void everyQuestionIsLabelledForEveryTask() {
    assertThat(Stream.concat(train.stream(), stream.stream()))
        .allSatisfy(
            question ->
                assertThat(question.labels()).containsOnlyKeys("subject", "intent", "language"));
  }

  @Test
  void everyLabelIsInBothHalves() {
    for (String task : List.of("subject", "intent", "language")) {
      assertThat(labels(stream, task)).as(task).isEqualTo(labels(train, task));
    }
  }

  @Test
  void idsAndTextsAreUnique() {
    List<Example> all = Stream.concat(train.stream(), stream.stream()).toList();
    assertThat(all).extracting(Example::id).doesNotHaveDuplicates();
    assertThat(all).extracting(Example::text).doesNotHaveDuplicates();
  }

  @Test
  void noStreamQuestionIsAlikeToATrainingOne() {
    List<Set<String>> known = train.stream().map(example -> trigrams(example.text())).toList();
    for (Example question : stream) {
      Set<String> asked = trigrams(question.text());
      double most = known.stream().mapToDouble(other -> jaccard(asked, other)).max().orElseThrow();
      assertThat(most).as(question.text()).isLessThanOrEqualTo(ALIKE);
    }
  }

  @Test
  void theSimilarityIsTheShareOfCommonTrigrams() {
    // abc, bcd, cde and bcd, cde, def: two of four.
    assertThat(jaccard(trigrams("abcde"), trigrams("BCDEF"))).isEqualTo(0.5, within(1e-12));
    assertThat(jaccard(trigrams("什么是光？"), trigrams("什么是光？"))).isEqualTo(1);
    assertThat(jaccard(trigrams("what"), trigrams("什么是光？"))).isZero();
  }

  private static Set<String> labels(Collection<Example> examples, String task) {
    return examples.stream()
        .map(example -> ((LabelValue.One) example.labels().get(task)).label())
        .collect(Collectors.toSet());
  }

  private static Set<String> trigrams(String text) {
    int[] characters =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\s+", " ")
            .codePoints()
            .toArray();
    return IntStream.rangeClosed(0, characters.length - 3)
        .mapToObj(start -> new String(characters, start, 3))
        .collect(Collectors.toSet());
  }

  private static double jaccard(Set<String> a, Set<String> b) {
    long common = a.stream().filter(b::contains).count();
    return (double) common / (a.size() + b.size() - common);
  }
}
