package io.trunkline.model.archive;

import io.trunkline.model.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A zip of uncompressed entries in a given order, whose comment, and so the file's end, is the
 * {@linkplain ArchiveDigest digest} of all before it. Nothing in it depends on when or where it was
 * written.
 */
public final class SealedZip {
  /** The earliest time that a zip can express. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** An entry's bytes; written twice, for a zip wants their checksum before them. */
  interface Content {
    void to(OutputStream out) throws IOException;
  }

  /** An entry. */
  record Part(String name, long size, Content content) {
    static Part of(String name, byte[] bytes) {
      return new Part(name, bytes.length, out -> out.write(bytes));
    }
  }

  private SealedZip() {}

  /**
   * Writes small entries, all of the file or nothing.
   *
   * @return the digest
   */
  public static String write(Map<String, byte[]> entries, Path file) throws IOException {
    List<Part> parts =
        entries.entrySet().stream().map(e -> Part.of(e.getKey(), e.getValue())).toList();
    return AtomicFile.write(file, part -> write(parts, part));
  }

  /**
   * Reads small entries from a store. The digest is checked before anything else.
   *
   * @param what the file should be, for errors
   * @param names of the entries, in their order; there must be these and no others
   * @param maxBytes that the whole file may have
   * @throws InvalidInputException if the file is anything else
   */
  public static Map<String, byte[]> read(
      ModelStore store, String digest, String what, List<String> names, int maxBytes)
      throws IOException {
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    try (InputStream in = store.open(digest)) {
      String actual = ArchiveDigest.copy(in, copy, what + " " + digest, maxBytes);
      if (!actual.equals(digest)) {
        throw new InvalidInputException(
            "the store has another file, %s, under the digest %s".formatted(actual, digest));
      }
    }
    Entries entries = new Entries(new ByteArrayInputStream(copy.toByteArray()), copy.size());
    Map<String, byte[]> read = new LinkedHashMap<>();
    try {
      for (String name : names) {
        read.put(name, entries.readBytes(name, maxBytes));
      }
      entries.requireEnd();
      return read;
    } catch (InvalidInputException | ZipException | EOFException e) {
      throw new InvalidInputException(
          "%s is no usable %s: %s".formatted(digest, what, e.getMessage()), e);
    }
  }

  /** Writes a new file. */
  static String write(List<Part> parts, Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      ZipOutputStream zip =
          new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
      zip.setComment(ArchiveDigest.PREFIX + "0".repeat(64)); // For now: it makes room.
      for (Part part : parts) {
        add(zip, part);
      }
      zip.finish();
      zip.flush();
      return seal(channel);
    }
  }

  private static void add(ZipOutputStream zip, Part part) throws IOException {
    CRC32 checksum = new CRC32();
    part.content().to(new CheckedOutputStream(OutputStream.nullOutputStream(), checksum));
    ZipEntry header = new ZipEntry(part.name());
    header.setMethod(ZipEntry.STORED);
    header.setTimeLocal(NO_TIME);
    header.setSize(part.size());
    header.setCrc(checksum.getValue());
    zip.putNextEntry(header);
    part.content().to(zip);
    zip.closeEntry();
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

  /**
   * The entries of a file, one after the other. A right digest only says that the file is what
   * somebody wrote, so each must be the one expected.
   */
  static final class Entries {
    private final ZipInputStream zip;
    private final long fileSize;

    Entries(InputStream in, long fileSize) {
      zip = new ZipInputStream(new BufferedInputStream(in, 1 << 16));
      this.fileSize = fileSize;
    }

    /** The bytes of the next entry, which must have this name and no more than so many bytes. */
    byte[] readBytes(String name, int most) throws IOException {
      long size = next(name);
      if (size > Math.min(most, fileSize)) {
        throw new InvalidInputException(
            "%s has %d bytes, expected at most %d".formatted(name, size, most));
      }
      byte[] bytes = zip.readNBytes((int) size);
      if (bytes.length < size) {
        throw new EOFException(name + " ends early");
      }
      return bytes;
    }

    /** The next entry's content, which must have this name and exactly so many bytes. */
    InputStream open(String name, long expected) throws IOException {
      long bytes = next(name);
      if (bytes != expected) {
        throw new InvalidInputException(
            "%s has %d bytes, its manifest implies %d".formatted(name, bytes, expected));
      }
      return zip;
    }

    /** Refuses further entries. */
    void requireEnd() throws IOException {
      ZipEntry extra = zip.getNextEntry();
      if (extra != null) {
        throw new InvalidInputException("it has an entry too many, " + quoted(extra));
      }
    }

    private long next(String name) throws IOException {
      ZipEntry entry = zip.getNextEntry();
      if (entry == null) {
        throw new InvalidInputException("it has no entry " + name);
      }
      if (!entry.getName().equals(name)) {
        throw new InvalidInputException(
            "it has an entry %s where %s was expected".formatted(quoted(entry), name));
      }
      if (entry.getMethod() != ZipEntry.STORED) {
        throw new InvalidInputException(name + " is compressed, expected it stored");
      }
      return entry.getSize();
    }

    private static String quoted(ZipEntry entry) {
      return "'" + entry.getName().replaceAll("\\p{Cntrl}", "?") + "'";
    }
  }
}
