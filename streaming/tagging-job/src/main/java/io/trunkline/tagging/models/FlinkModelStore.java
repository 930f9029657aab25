package io.trunkline.tagging.models;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.archive.ArchiveDigest;
import io.trunkline.model.archive.ModelStore;
import io.trunkline.model.archive.StoredFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;

/**
 * Keeps model files in a directory of any file system that Flink knows: {@code file:}, and with its
 * plug-ins {@code s3:}, {@code hdfs:} and others. A file appears under its name only when it is
 * whole.
 */
public final class FlinkModelStore implements ModelStore {
  private final Path directory;

  public FlinkModelStore(URI directory) {
    this.directory = new Path(directory);
  }

  /** The archives of rounds of learning: in the folder {@code rounds} of a store of models. */
  public static FlinkModelStore ofRounds(URI store) {
    return new FlinkModelStore(
        URI.create(store + (store.toString().endsWith("/") ? "" : "/") + "rounds"));
  }

  @Override
  public void put(String digest, InputStream archive) throws IOException {
    Path file = file(digest);
    Path part = new Path(directory, "." + UUID.randomUUID() + ".part");
    FileSystem files = directory.getFileSystem();
    files.mkdirs(directory);
    try {
      copy(archive, files, part, digest);
      rename(files, part, file);
    } catch (IOException | RuntimeException failure) {
      files.delete(part, false);
      throw failure;
    }
  }

  @Override
  public InputStream open(String digest) throws IOException {
    Path file = file(digest);
    if (!directory.getFileSystem().exists(file)) {
      throw new FileNotFoundException("no model %s in %s".formatted(digest, directory));
    }
    return directory.getFileSystem().open(file);
  }

  @Override
  public List<StoredFile> files() throws IOException {
    FileSystem files = directory.getFileSystem();
    if (!files.exists(directory)) {
      return List.of();
    }
    return Stream.of(files.listStatus(directory))
        .filter(file -> ArchiveDigest.isFileName(file.getPath().getName()))
        .map(
            file ->
                new StoredFile(
                    ArchiveDigest.ofFileName(file.getPath().getName()),
                    file.getLen(),
                    Instant.ofEpochMilli(file.getModificationTime())))
        .sorted(Comparator.comparing(StoredFile::digest))
        .toList();
  }

  @Override
  public void delete(String digest) throws IOException {
    FileSystem files = directory.getFileSystem();
    Path file = file(digest);
    if (files.exists(file) && !files.delete(file, false)) {
      throw new IOException("cannot delete " + file);
    }
  }

  private Path file(String digest) {
    return new Path(directory, ArchiveDigest.fileName(digest));
  }

  private static void copy(InputStream archive, FileSystem files, Path to, String digest)
      throws IOException {
    try (OutputStream out = files.create(to, WriteMode.NO_OVERWRITE)) {
      String actual = ArchiveDigest.copy(archive, out, "the model to store");
      if (!actual.equals(digest)) {
        throw new InvalidInputException(
            "the model to store has the digest %s, but was to be stored as %s"
                .formatted(actual, digest));
      }
    }
  }

  /** Not every file system replaces a file by renaming another to it. */
  private static void rename(FileSystem files, Path from, Path to) throws IOException {
    if (files.exists(to)) {
      files.delete(to, false);
    }
    if (!files.rename(from, to)) {
      throw new IOException("cannot rename %s to %s".formatted(from, to));
    }
  }
}
