package io.trunkline.model.archive;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a model file whose digest has been checked. A right digest only says that the file is what
 * somebody wrote, so everything is checked all the same.
 */
final class ArchiveReader {
  private static final int MAX_WORDS_BYTES = 1 << 26;

  private final String name;
  private final long fileSize;
  private final ZipInputStream zip;

  /** Reads from the channel's position on. */
  ArchiveReader(FileChannel channel, String name) throws IOException {
    this.name = name;
    fileSize = channel.size();
    zip = new ZipInputStream(new BufferedInputStream(Channels.newInputStream(channel), 1 << 16));
  }

  Model read() throws IOException {
    try {
      return readEntries();
    } catch (InvalidInputException e) {
      throw new InvalidInputException(name + " is no usable model: " + e.getMessage(), e);
    } catch (ZipException | EOFException e) {
      throw new InvalidInputException(name + " is no usable model: " + e.getMessage(), e);
    }
  }

  private Model readEntries() throws IOException {
    Manifest manifest = readManifest();
    ModelSpec spec = manifest.spec();
    Sizes sizes = Sizes.of(spec, manifest.words());
    if (sizes.bytes() > fileSize) {
      throw new InvalidInputException(
          "its manifest implies %d bytes of parameters, the file has %d in all"
              .formatted(sizes.bytes(), fileSize));
    }
    List<String> words = readWords(manifest.words());
    int[] ngrams = readInts(Entry.NGRAMS, spec.features().wideRows());
    float[] wide = readFloats(Entry.WIDE, sizes.wide());
    float[] embeddings = readFloats(Entry.EMBEDDINGS, sizes.embeddings());
    float[] dense = readFloats(Entry.DENSE, sizes.dense());
    ZipEntry extra = zip.getNextEntry();
    if (extra != null) {
      throw new InvalidInputException("it has an entry too many, " + quoted(extra));
    }
    return new Model(
        spec, words, ngrams, wide, embeddings, dense, manifest.calibration(), manifest.summary());
  }

  private Manifest readManifest() throws IOException {
    byte[] json = readBytes(Entry.MANIFEST, ManifestJson.MAX_BYTES);
    try {
      Manifest manifest = ManifestJson.read(json);
      ManifestRules.check(manifest);
      return manifest;
    } catch (InvalidInputException e) {
      throw new InvalidInputException("in manifest.json, " + printable(e.getMessage()), e);
    }
  }

  private List<String> readWords(int expected) throws IOException {
    byte[] bytes = readBytes(Entry.WORDS, MAX_WORDS_BYTES);
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidInputException("words.txt is not UTF-8", e);
    }
    // Not String.lines(): a word may well hold some other character that ends lines for Java.
    List<String> words = text.isEmpty() ? List.of() : List.of(text.split("\n"));
    Set<String> different = new HashSet<>(words);
    if (words.size() != expected || different.size() != expected || different.contains("")) {
      throw new InvalidInputException(
          "words.txt has %d words, %d of them different, expected %d, none empty"
              .formatted(words.size(), different.size(), expected));
    }
    return words;
  }

  private int[] readInts(Entry entry, int size) throws IOException {
    requireSize(entry, (long) size * Integer.BYTES);
    return Numbers.readInts(zip, size);
  }

  private float[] readFloats(Entry entry, long size) throws IOException {
    requireSize(entry, size * Float.BYTES);
    float[] values = Numbers.readFloats(zip, Math.toIntExact(size));
    entry.requireFinite(values);
    return values;
  }

  private void requireSize(Entry entry, long expected) throws IOException {
    long bytes = next(entry).getSize();
    if (bytes != expected) {
      throw new InvalidInputException(
          "%s has %d bytes, its manifest implies %d".formatted(entry.fileName(), bytes, expected));
    }
  }

  private byte[] readBytes(Entry entry, int most) throws IOException {
    long size = next(entry).getSize();
    if (size > Math.min(most, fileSize)) {
      throw new InvalidInputException(
          "%s has %d bytes, expected at most %d".formatted(entry.fileName(), size, most));
    }
    byte[] bytes = zip.readNBytes((int) size);
    if (bytes.length < size) {
      throw new EOFException(entry.fileName() + " ends early");
    }
    return bytes;
  }

  /** Goes to the next entry, which must be this one. */
  private ZipEntry next(Entry expected) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    if (entry == null) {
      throw new InvalidInputException("it has no entry " + expected.fileName());
    }
    if (!entry.getName().equals(expected.fileName())) {
      throw new InvalidInputException(
          "it has an entry %s where %s was expected".formatted(quoted(entry), expected.fileName()));
    }
    if (entry.getMethod() != ZipEntry.STORED) {
      throw new InvalidInputException(expected.fileName() + " is compressed, expected it stored");
    }
    return entry;
  }

  private static String quoted(ZipEntry entry) {
    return "'" + printable(entry.getName()) + "'";
  }

  private static String printable(@Nullable String text) {
    return String.valueOf(text).replaceAll("\\p{Cntrl}", "?");
  }
}
