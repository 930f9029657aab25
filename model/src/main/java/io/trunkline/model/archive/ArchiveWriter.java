package io.trunkline.model.archive;

import io.trunkline.model.ByteTable;
import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Model;
import io.trunkline.model.Table;
import io.trunkline.model.archive.SealedZip.Part;
import io.trunkline.model.archive.Sizes.TableSize;
import io.trunkline.model.data.ExampleWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a model file. */
final class ArchiveWriter {
  private ArchiveWriter() {}

  /** Writes a new file. */
  static String write(Model model, Path file) throws IOException {
    Manifest manifest = Manifest.of(model, LibraryVersion.read());
    ManifestRules.check(manifest);
    checkTables(model, Sizes.of(model.spec(), model.words().size(), model.precision()));
    int[] ngrams = model.ngrams();
    List<Part> parts =
        new ArrayList<>(
            List.of(
                part(Entry.MANIFEST, ManifestJson.write(manifest)),
                part(Entry.WORDS, encode(model.words())),
                part(Entry.GOLDEN, examples(Entry.GOLDEN, model.memory().golden())),
                part(Entry.REPLAY, examples(Entry.REPLAY, model.memory().replay())),
                new Part(
                    Entry.NGRAMS.fileName(),
                    (long) ngrams.length * Integer.BYTES,
                    out -> Numbers.write(ngrams, out))));
    parts.addAll(parts(Entry.WIDE, model.wide()));
    parts.addAll(parts(Entry.EMBEDDINGS, model.embeddings()));
    parts.add(part(Entry.DENSE, model.dense()));
    return SealedZip.write(parts, file);
  }

  private static List<Part> parts(Entry entry, Table table) {
    if (table instanceof ByteTable bytes) {
      return List.of(part(entry.scales(), bytes.scales()), part(entry.bytes(), bytes.numbers()));
    }
    return List.of(part(entry, table.toFloats()));
  }

  private static Part part(Entry entry, byte[] bytes) {
    return Part.of(entry.fileName(), bytes);
  }

  private static Part part(Entry entry, float[] values) {
    return new Part(
        entry.fileName(), (long) values.length * Float.BYTES, out -> Numbers.write(values, out));
  }

  private static byte[] examples(Entry entry, List<Example> examples) {
    byte[] lines = ExampleWriter.lines(examples);
    if (lines.length > ModelArchive.MAX_MEMORY_BYTES) {
      throw new InvalidInputException(
          "%s would have %d bytes, expected at most %d"
              .formatted(entry.fileName(), lines.length, ModelArchive.MAX_MEMORY_BYTES));
    }
    return lines;
  }

  private static byte[] encode(List<String> words) {
    StringBuilder lines = new StringBuilder();
    for (String word : words) {
      if (word.isEmpty() || word.indexOf('\n') >= 0) {
        throw new InvalidInputException(
            "the word table has a word that is empty or has a line break");
      }
      lines.append(word).append('\n');
    }
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(lines));
      byte[] encoded = new byte[bytes.remaining()];
      bytes.get(encoded);
      return encoded;
    } catch (CharacterCodingException e) {
      throw new InvalidInputException("the word table has half a surrogate pair", e);
    }
  }

  private static void checkTables(Model model, Sizes sizes) {
    checkSize(Entry.NGRAMS, model.ngrams().length, sizes.wide().rows());
    checkTable(Entry.WIDE, model.wide(), sizes.wide());
    checkTable(Entry.EMBEDDINGS, model.embeddings(), sizes.embeddings());
    checkSize(Entry.DENSE, model.dense().length, sizes.dense());
    Entry.DENSE.requireFinite(model.dense());
  }

  private static void checkTable(Entry entry, Table table, TableSize expected) {
    checkSize(entry, (long) table.rows() * table.width(), expected.numbers());
    if (table instanceof ByteTable bytes) {
      entry.scales().requireFinite(bytes.scales());
    } else {
      entry.requireFinite(table.toFloats());
    }
  }

  private static void checkSize(Entry entry, long numbers, long expected) {
    if (numbers != expected) {
      throw new IllegalArgumentException(
          "%s has %d numbers, the spec implies %d".formatted(entry.fileName(), numbers, expected));
    }
  }
}
