package io.trunkline.cli.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.model.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Results as they come, a JSON object a line, so that a benchmark of hours that was interrupted
 * goes on where it was. Only results of the same settings are seen; a file may have others. May be
 * used by several threads.
 */
final class ResultsFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Map<String, Measured> results = new LinkedHashMap<>();

  private ResultsFile(Path file) {
    this.file = file;
  }

  /**
   * Opens a file, which need not exist yet.
   *
   * @param settings the {@link SettingsDigest} of the results to see
   */
  static ResultsFile open(Path file, String settings) throws IOException {
    ResultsFile results = new ResultsFile(file);
    if (Files.exists(file)) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        Measured result = parse(lines.get(i), file + ":" + (i + 1));
        if (settings.equals(result.settings())) {
          results.put(result);
        }
      }
    }
    return results;
  }

  synchronized boolean has(String key) {
    return results.containsKey(key);
  }

  /** Adds a result and writes it down. */
  synchronized void add(Measured result) throws IOException {
    Files.writeString(
        file,
        JSON.writeValueAsString(result) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    put(result);
  }

  /** All results, in the order they came. */
  synchronized List<Measured> all() {
    return List.copyOf(results.values());
  }

  private void put(Measured result) {
    results.put(result.key(), result);
  }

  private static Measured parse(String line, String where) {
    try {
      return JSON.readValue(line, Measured.class);
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(where + ": not a result of this benchmark", e);
    }
  }
}
