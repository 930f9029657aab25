package io.trunkline.model.archive;

import io.trunkline.model.InvalidInputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps model files in a directory, which is made with the first of them. */
public final class DirectoryModelStore implements ModelStore {
  private final Path directory;

  public DirectoryModelStore(Path directory) {
    this.directory = directory;
  }

  @Override
  public void put(String digest, InputStream archive) throws IOException {
    Path file = directory.resolve(ArchiveDigest.fileName(digest));
    Files.createDirectories(directory);
    AtomicFile.write(file, part -> copy(archive, part, digest));
  }

  @Override
  public InputStream open(String digest) throws IOException {
    String name = ArchiveDigest.fileName(digest);
    try {
      return Files.newInputStream(directory.resolve(name));
    } catch (NoSuchFileException e) {
      FileNotFoundException missing =
          new FileNotFoundException("no model %s in %s".formatted(digest, directory));
      missing.initCause(e);
      throw missing;
    }
  }

  @Override
  public List<StoredFile> files() throws IOException {
    if (Files.notExists(directory)) {
      return List.of();
    }
    List<StoredFile> stored = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (ArchiveDigest.isFileName(name)) {
          stored.add(
              new StoredFile(
                  ArchiveDigest.ofFileName(name),
                  Files.size(file),
                  Files.getLastModifiedTime(file).toInstant()));
        }
      }
    }
    stored.sort(Comparator.comparing(StoredFile::digest));
    return stored;
  }

  @Override
  public void delete(String digest) throws IOException {
    Files.deleteIfExists(directory.resolve(ArchiveDigest.fileName(digest)));
  }

  private static Path copy(InputStream archive, Path part, String digest) throws IOException {
    try (OutputStream to = Files.newOutputStream(part)) {
      String actual = ArchiveDigest.copy(archive, to, "the model to store");
      if (!actual.equals(digest)) {
        throw new InvalidInputException(
            "the model to store has the digest %s, but was to be stored as %s"
                .formatted(actual, digest));
      }
    }
    return part;
  }
}
