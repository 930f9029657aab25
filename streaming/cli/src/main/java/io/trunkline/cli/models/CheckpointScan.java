package io.trunkline.cli.models;

import io.trunkline.model.InvalidInputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Looks for digests in the files of checkpoints and savepoints, whatever their format: 64
 * hexadecimal digits are what they are wherever state keeps them as text, as this project's does.
 * Not in compressed state, which this project's job does not write.
 */
final class CheckpointScan {
  private static final int DIGITS = 64;

  private final Set<String> sought;
  private final Set<String> found = new HashSet<>();

  /**
   * @param sought the digests to look for
   */
  CheckpointScan(Set<String> sought) {
    this.sought = Set.copyOf(sought);
  }

  /** Those found so far. */
  Set<String> found() {
    return Set.copyOf(found);
  }

  /**
   * Reads every file below a directory. Files that are deleted meanwhile belong to a checkpoint
   * that is no longer retained.
   *
   * @throws InvalidInputException if there is no such directory
   */
  void directory(Path directory) throws IOException {
    FileSystem files = directory.getFileSystem();
    if (!files.exists(directory)) {
      throw new InvalidInputException(
          "there is no directory %s, expected one of checkpoints or savepoints"
              .formatted(directory));
    }
    below(files, files.listStatus(directory));
  }

  private void below(FileSystem files, FileStatus @Nullable [] entries) throws IOException {
    if (entries == null) {
      return;
    }
    for (FileStatus entry : entries) {
      try {
        if (entry.isDir()) {
          below(files, files.listStatus(entry.getPath()));
        } else {
          file(files, entry.getPath());
        }
      } catch (FileNotFoundException deletedMeanwhile) {
        // Of no checkpoint that is left.
      }
    }
  }

  private void file(FileSystem files, Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      read(in);
    }
  }

  /**
   * Digits may go on before or after a digest, where a length or another text happens to be one.
   */
  void read(InputStream in) throws IOException {
    StringBuilder digits = new StringBuilder(2 * DIGITS);
    byte[] buffer = new byte[1 << 16];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      for (int i = 0; i < n; i++) {
        if (isDigit(buffer[i])) {
          if (digits.length() == DIGITS) {
            digits.deleteCharAt(0);
          }
          digits.append((char) buffer[i]);
          note(digits);
        } else {
          digits.setLength(0);
        }
      }
    }
  }

  private void note(StringBuilder digits) {
    if (digits.length() == DIGITS && sought.contains(digits.toString())) {
      found.add(digits.toString());
    }
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9' || b >= 'a' && b <= 'f';
  }
}
