package io.trunkline.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordVectorsTest {
  private static final Set<String> WANTED = Set.of("cat", "狗", "absent");

  @TempDir Path directory;

  @Test
  void keepsTheWantedWordsOnly() throws Exception {
    Map<String, float[]> vectors = read("cat 1 -2.5 3e-1\ndog 4 5 6\n狗 7 8 9\n");
    assertThat(vectors).containsOnlyKeys("cat", "狗");
    assertThat(vectors.get("cat")).containsExactly(1, -2.5f, 0.3f);
    assertThat(vectors.get("狗")).containsExactly(7, 8, 9);
  }

  @Test
  void aHeaderATrailingSpaceAndWindowsLineEndsAreFine() throws Exception {
    assertThat(read("2 3\ncat 1 2 3 \r\n").get("cat")).containsExactly(1, 2, 3);
  }

  @Test
  void wordsAreFoldedAndTheFirstIsTaken() throws Exception {
    assertThat(read("Cat 1 2 3\ncat 4 5 6\n").get("cat")).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 4\\ncat 1 2 3 4    | 1: word vectors of 4 numbers, expected a word and 3, the wordSize",
        "cat 1 2 3\\ndog 1 2  | 2: word vectors of 2 numbers, expected a word and 3, the wordSize",
        "cat 1 2 3\\n\\n      | 2: word vectors of 0 numbers, expected a word and 3, the wordSize",
        "cat 1 two 3          | 1: the vector of 'cat' has 'two', expected a number",
        "cat 1 NaN 3          | 1: the vector of 'cat' has 'NaN', expected a number",
      })
  void aLineThatIsWrongIsNamed(String content, String reason) {
    assertThatThrownBy(() -> read(content.replace("\\n", "\n")))
        .isInstanceOf(InvalidInputException.class)
        .message()
        .startsWith(directory.resolve("vectors.txt") + ":" + reason)
        .doesNotContain("\n");
  }

  @Test
  void anEmptyFileAndNoFileAreRefused() {
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(directory.resolve("vectors.txt") + " has no word vectors");
    Path none = directory.resolve("none.txt");
    assertThatThrownBy(() -> WordVectors.read(none, 3, WANTED))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("there is no data file " + none);
  }

  private Map<String, float[]> read(String content) throws Exception {
    Path file = Files.writeString(directory.resolve("vectors.txt"), content);
    return WordVectors.read(file, 3, WANTED);
  }
}
