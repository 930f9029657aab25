package io.trunkline.tagging.pipeline;

import io.trunkline.model.InvalidInputException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/**
 * Where each key of a pipeline's file stands, for errors that show only when a value is used.
 *
 * @param file the file's name
 * @param marks by the key's full path; those of keys that are left out are missing
 */
record Places(String file, Map<String, Mark> marks) {
  Places {
    marks = Map.copyOf(marks);
  }

  /** An error at a key, or where it is left out at the section that would have it. */
  InvalidInputException invalid(String key, String problem) {
    Mark mark = marks.get(key);
    for (String path = key; mark == null && path.contains("."); mark = marks.get(path)) {
      path = path.substring(0, path.lastIndexOf('.'));
    }
    return invalid(file, mark, key, problem);
  }

  /** The one line of every error: the file, line and column, the key's path, and what is wrong. */
  static InvalidInputException invalid(
      String file, @Nullable Mark mark, String key, String problem) {
    String position = mark == null ? "" : (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + ":";
    String line = file + ":" + position + " " + (key.isEmpty() ? "" : key + ": ") + problem;
    return new InvalidInputException(line.replaceAll("\\p{Cntrl}+", " "));
  }

  /** Marks would show the lines around them, and passwords with these. */
  @Override
  public String toString() {
    return file;
  }
}
