package io.trunkline.model.archive;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Model;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a model file. */
final class ArchiveWriter {
  /** The earliest time that a zip can express. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** An entry's bytes; written twice, for a zip wants their checksum before them. */
  private interface Content {
    void to(OutputStream out) throws IOException;
  }

  private ArchiveWriter() {}

  /** Writes a new file. */
  static String write(Model model, Path file) throws IOException {
    Manifest manifest = Manifest.of(model, LibraryVersion.read());
    ManifestRules.check(manifest);
    checkTables(model, Sizes.of(model.spec(), model.words().size()));
    byte[] json = ManifestJson.write(manifest);
    byte[] words = encode(model.words());
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      ZipOutputStream zip =
          new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
      zip.setComment(ArchiveDigest.PREFIX + "0".repeat(64)); // For now: it makes room.
      add(zip, Entry.MANIFEST, json.length, out -> out.write(json));
      add(zip, Entry.WORDS, words.length, out -> out.write(words));
      int[] ngrams = model.ngrams();
      add(
          zip,
          Entry.NGRAMS,
          (long) ngrams.length * Integer.BYTES,
          out -> Numbers.write(ngrams, out));
      add(zip, Entry.WIDE, model.wide());
      add(zip, Entry.EMBEDDINGS, model.embeddings());
      add(zip, Entry.DENSE, model.dense());
      zip.finish();
      zip.flush();
      return seal(channel);
    }
  }

  private static String seal(FileChannel channel) throws IOException {
    long digested = channel.size() - ArchiveDigest.ENDING_SIZE;
    MessageDigest sha256 = ArchiveDigest.sha256();
    channel.position(0);
    InputStream in = new DigestInputStream(Channels.newInputStream(channel), sha256);
    byte[] buffer = new byte[1 << 16];
    for (long left = digested; left > 0; ) {
      left -= in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
    }
    String digest = HexFormat.of().formatHex(sha256.digest());
    ByteBuffer ending = StandardCharsets.US_ASCII.encode(ArchiveDigest.PREFIX + digest);
    channel.write(ending, digested);
    return digest;
  }

  private static void add(ZipOutputStream zip, Entry entry, float[] values) throws IOException {
    add(zip, entry, (long) values.length * Float.BYTES, out -> Numbers.write(values, out));
  }

  private static void add(ZipOutputStream zip, Entry entry, long size, Content content)
      throws IOException {
    CRC32 checksum = new CRC32();
    content.to(new CheckedOutputStream(OutputStream.nullOutputStream(), checksum));
    ZipEntry header = new ZipEntry(entry.fileName());
    header.setMethod(ZipEntry.STORED);
    header.setTimeLocal(NO_TIME);
    header.setSize(size);
    header.setCrc(checksum.getValue());
    zip.putNextEntry(header);
    content.to(zip);
    zip.closeEntry();
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
    if (model.ngrams().length != model.spec().features().wideRows()) {
      throw new IllegalArgumentException(
          "%s has %d numbers, the spec implies %d"
              .formatted(
                  Entry.NGRAMS.fileName(),
                  model.ngrams().length,
                  model.spec().features().wideRows()));
    }
    checkTable(Entry.WIDE, model.wide(), sizes.wide());
    checkTable(Entry.EMBEDDINGS, model.embeddings(), sizes.embeddings());
    checkTable(Entry.DENSE, model.dense(), sizes.dense());
  }

  private static void checkTable(Entry entry, float[] values, long expected) {
    if (values.length != expected) {
      throw new IllegalArgumentException(
          "%s has %d numbers, the spec implies %d"
              .formatted(entry.fileName(), values.length, expected));
    }
    entry.requireFinite(values);
  }
}
