package io.trunkline.model.archive;

import io.trunkline.model.ByteTable;
import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Table;
import io.trunkline.model.archive.Sizes.TableSize;
import io.trunkline.model.data.ExampleReader;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a model file whose digest has been checked. A right digest only says that the file is what
 * somebody wrote, so everything is checked all the same.
 */
final class ArchiveReader {
  private static final int MAX_WORDS_BYTES = 1 << 26;

  private final String name;
  private final long fileSize;
  private final SealedZip.Entries entries;

  /** Reads from the channel's position on. */
  ArchiveReader(FileChannel channel, String name) throws IOException {
    this.name = name;
    fileSize = channel.size();
    entries = new SealedZip.Entries(Channels.newInputStream(channel), fileSize);
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
    Sizes sizes = Sizes.of(spec, manifest.words(), manifest.knownPrecision());
    if (sizes.bytes() > fileSize) {
      throw new InvalidInputException(
          "its manifest implies %d bytes of parameters, the file has %d in all"
              .formatted(sizes.bytes(), fileSize));
    }
    List<String> words = readWords(manifest.words());
    List<Example> golden = readExamples(Entry.GOLDEN);
    List<Example> replay = readExamples(Entry.REPLAY);
    int[] ngrams = readInts(Entry.NGRAMS, spec.features().wideRows());
    Table wide = readTable(Entry.WIDE, sizes.wide());
    Table embeddings = readTable(Entry.EMBEDDINGS, sizes.embeddings());
    float[] dense = readFloats(Entry.DENSE, sizes.dense());
    entries.requireEnd();
    return new Model(
        spec,
        words,
        ngrams,
        wide,
        embeddings,
        dense,
        manifest.calibration(),
        manifest.summary(),
        new Model.Memory(golden, replay));
  }

  private Manifest readManifest() throws IOException {
    byte[] json = entries.readBytes(Entry.MANIFEST.fileName(), ManifestJson.MAX_BYTES);
    try {
      Manifest manifest = ManifestJson.read(json);
      ManifestRules.check(manifest);
      return manifest;
    } catch (InvalidInputException e) {
      throw new InvalidInputException("in manifest.json, " + printable(e.getMessage()), e);
    }
  }

  private List<String> readWords(int expected) throws IOException {
    byte[] bytes = entries.readBytes(Entry.WORDS.fileName(), MAX_WORDS_BYTES);
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

  private List<Example> readExamples(Entry entry) throws IOException {
    byte[] lines = entries.readBytes(entry.fileName(), ModelArchive.MAX_MEMORY_BYTES);
    return ExampleReader.read(new ByteArrayInputStream(lines), entry.fileName());
  }

  private int[] readInts(Entry entry, int size) throws IOException {
    return Numbers.readInts(entries.open(entry.fileName(), (long) size * Integer.BYTES), size);
  }

  private Table readTable(Entry entry, TableSize size) throws IOException {
    return switch (size.precision()) {
      case FLOAT32 -> Table.of(readFloats(entry, size.numbers()), size.width());
      case INT8 -> {
        float[] scales = readFloats(entry.scales(), size.rows());
        InputStream in = entries.open(entry.bytes().fileName(), size.numbers());
        byte[] bytes = Numbers.readBytes(in, Math.toIntExact(size.numbers()));
        yield new ByteTable(bytes, scales, size.width());
      }
    };
  }

  private float[] readFloats(Entry entry, long size) throws IOException {
    InputStream in = entries.open(entry.fileName(), size * Float.BYTES);
    float[] values = Numbers.readFloats(in, Math.toIntExact(size));
    entry.requireFinite(values);
    return values;
  }

  private static String printable(@Nullable String text) {
    return String.valueOf(text).replaceAll("\\p{Cntrl}", "?");
  }
}
