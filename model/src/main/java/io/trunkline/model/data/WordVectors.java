package io.trunkline.model.data;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.text.Folding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads word vectors from a text file as word2vec and fastText write them: a word and its numbers a
 * line, separated by spaces, UTF-8; perhaps a first line with how many words and how many numbers
 * there are. The file may be far larger than memory: only the vectors that are wanted are kept.
 */
public final class WordVectors {
  private static final Pattern HEADER = Pattern.compile("\\d+ \\d+ ?");

  private final int width;

  private WordVectors(int width) {
    this.width = width;
  }

  /**
   * The vectors of some words. Words of the file are {@linkplain Folding folded} as those of texts
   * are; of several that fold to the same the first is taken, which in these files is the most
   * frequent. The number of fields is checked on every line, the numbers themselves on those that
   * are kept.
   *
   * @param width how many numbers a vector must have
   * @param wanted the words, folded
   * @throws InvalidInputException if a line has another width or no numbers; file and line are
   *     named
   */
  public static Map<String, float[]> read(Path file, int width, Set<String> wanted)
      throws IOException {
    WordVectors vectors = new WordVectors(width);
    Map<String, float[]> found = new HashMap<>();
    try (InputStream in = DataFile.open(file, "a file of word vectors")) {
      LineReader lines = new LineReader(in, file.toString());
      boolean first = true;
      for (@Nullable String line = lines.next(); line != null; line = lines.next()) {
        if (first && HEADER.matcher(line).matches()) {
          vectors.checkHeader(line, lines.where());
        } else {
          vectors.add(line, lines.where(), wanted, found);
        }
        first = false;
      }
      if (first) {
        throw new InvalidInputException(file + " has no word vectors");
      }
    }
    return found;
  }

  private void checkHeader(String line, String where) {
    String numbers = line.strip().substring(line.indexOf(' ') + 1);
    if (!numbers.equals(Integer.toString(width))) {
      throw wrongWidth(where, numbers);
    }
  }

  private void add(String line, String where, Set<String> wanted, Map<String, float[]> found) {
    String[] fields = line.stripTrailing().split(" ", -1);
    if (fields.length != width + 1) {
      throw wrongWidth(where, Integer.toString(fields.length - 1));
    }
    String word = Folding.fold(fields[0]);
    if (wanted.contains(word) && !found.containsKey(word)) {
      found.put(word, numbers(fields, where));
    }
  }

  private float[] numbers(String[] fields, String where) {
    float[] numbers = new float[width];
    for (int i = 0; i < width; i++) {
      numbers[i] = number(fields[i + 1]);
      if (!Float.isFinite(numbers[i])) {
        throw new InvalidInputException(
            "%s: the vector of '%s' has '%s', expected a number"
                .formatted(where, fields[0], fields[i + 1]));
      }
    }
    return numbers;
  }

  /** NaN for what is none. */
  private static float number(String field) {
    try {
      return Float.parseFloat(field);
    } catch (NumberFormatException e) {
      return Float.NaN;
    }
  }

  private InvalidInputException wrongWidth(String where, String numbers) {
    return new InvalidInputException(
        "%s: word vectors of %s numbers, expected a word and %d, the wordSize of the network"
            .formatted(where, numbers, width));
  }
}
