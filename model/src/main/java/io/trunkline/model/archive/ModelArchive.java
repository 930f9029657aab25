package io.trunkline.model.archive;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Precision;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The model file: one zip of uncompressed entries, in this order and no others.
 *
 * <table>
 * <caption>Entries</caption>
 * <tr><td>{@code manifest.json}</td><td>everything but the parameters</td></tr>
 * <tr><td>{@code words.txt}</td><td>the word table, a word a line, UTF-8</td></tr>
 * <tr><td>{@code golden.jsonl}</td><td>the examples it is compared on, as data files have them</td></tr>
 * <tr><td>{@code replay.jsonl}</td><td>examples it was made with</td></tr>
 * <tr><td>{@code ngrams.i32}</td><td>the n-gram table's index, 32-bit little-endian integers</td></tr>
 * <tr><td>{@code wide.f32}</td><td>the n-gram table</td></tr>
 * <tr><td>{@code embeddings.f32}</td><td>the word embeddings</td></tr>
 * <tr><td>{@code dense.f32}</td><td>the parameters of convolutions and heads</td></tr>
 * </table>
 *
 * <p>Parameters are 32-bit little-endian floats, row-major. A model of precision {@code int8} has,
 * instead of {@code wide.f32} and {@code embeddings.f32}, {@code wide-scales.f32} and {@code
 * wide.i8}, a signed byte a number, and likewise for the embeddings. The zip's comment, and so the
 * file's end, is the digest of all before it, see {@link ArchiveDigest}; it is the model's name.
 * Nothing in the file depends on when or where it was written: equal models have equal files.
 *
 * <p>Reading trusts nothing. The digest is checked before anything is parsed; then every entry must
 * be the one expected, of exactly the size that the manifest implies, and every value in range.
 * Nothing is deserialised but JSON and numbers. Whatever is wrong is one line in an {@link
 * InvalidInputException}.
 */
public final class ModelArchive {
  /** The most bytes that a model file may have. */
  public static final long MAX_BYTES = 1L << 30;

  /** The most bytes that a model's golden examples, and those to replay, may have each. */
  static final int MAX_MEMORY_BYTES = 1 << 26;

  private ModelArchive() {}

  /**
   * Writes a model, all of the file or nothing.
   *
   * @return the digest
   */
  public static String write(Model model, Path file) throws IOException {
    return AtomicFile.write(file, part -> ArchiveWriter.write(model, part));
  }

  /**
   * Refuses, before it has been trained, a model that would not fit in a file.
   *
   * @param words of its word table
   * @throws InvalidInputException that says so
   */
  public static void requireFit(ModelSpec spec, int words) {
    Sizes.of(spec, words, Precision.FLOAT32).requireFit();
  }

  /** Reads a model from a file. */
  public static ArchivedModel read(Path file) throws IOException {
    return read(file, file.toString(), MAX_BYTES);
  }

  /**
   * Reads a model from a stream, which is first copied to a temporary file: it must have been
   * checked to its end before any of it is parsed.
   *
   * @param name what to call it in errors
   */
  public static ArchivedModel read(InputStream archive, String name) throws IOException {
    return read(archive, name, MAX_BYTES);
  }

  /**
   * Reads a model from a store.
   *
   * @throws InvalidInputException if what lies under the digest has another one
   */
  public static Model load(ModelStore store, String digest) throws IOException {
    try (InputStream in = store.open(digest)) {
      ArchivedModel archived = read(in, "model " + digest);
      if (!archived.digest().equals(digest)) {
        throw new InvalidInputException(
            "the store has another model, %s, under the digest %s"
                .formatted(archived.digest(), digest));
      }
      return archived.model();
    }
  }

  static ArchivedModel read(InputStream archive, String name, long maxBytes) throws IOException {
    Path copy = Files.createTempFile("trunkline-", ".model");
    try (FileChannel channel = FileChannel.open(copy, READ, WRITE, DELETE_ON_CLOSE)) {
      OutputStream to = Channels.newOutputStream(channel);
      String digest = ArchiveDigest.copy(archive, to, name, maxBytes);
      return parse(channel, digest, name);
    }
  }

  static ArchivedModel read(Path file, String name, long maxBytes) throws IOException {
    // Both passes over one open file: what is parsed is what was checked, even if it is replaced.
    try (FileChannel channel = open(file, name)) {
      InputStream from = Channels.newInputStream(channel);
      OutputStream nowhere = OutputStream.nullOutputStream();
      return parse(channel, ArchiveDigest.copy(from, nowhere, name, maxBytes), name);
    }
  }

  private static ArchivedModel parse(FileChannel checked, String digest, String name)
      throws IOException {
    checked.position(0);
    return new ArchivedModel(digest, new ArchiveReader(checked, name).read());
  }

  private static FileChannel open(Path file, String name) throws IOException {
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(name + " is a directory, expected a model file");
    }
    try {
      return FileChannel.open(file);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException("there is no model file " + name, e);
    } catch (AccessDeniedException e) {
      throw new InvalidInputException(
          "cannot open model file %s: permission denied".formatted(name), e);
    } catch (FileSystemException e) {
      throw new InvalidInputException(
          "cannot open model file %s: %s".formatted(name, e.getReason()), e);
    }
  }
}
