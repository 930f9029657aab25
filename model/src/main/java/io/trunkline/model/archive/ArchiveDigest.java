package io.trunkline.model.archive;

import io.trunkline.model.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The digest that names a file, of a model or a round. It ends in {@code sha256:} and 64
 * hexadecimal digits in lower case; they are the SHA-256 of every byte before that ending.
 */
public final class ArchiveDigest {
  static final String PREFIX = "sha256:";
  static final int ENDING_SIZE = PREFIX.length() + 64;

  private static final Pattern SYNTAX = Pattern.compile("[0-9a-f]{64}");
  private static final String SUFFIX = ".model";
  private static final int CHUNK = 1 << 16;

  private ArchiveDigest() {}

  /**
   * The name that a store gives to a file.
   *
   * @throws InvalidInputException if the digest is not 64 hexadecimal digits in lower case
   */
  public static String fileName(String digest) {
    if (!SYNTAX.matcher(digest).matches()) {
      throw new InvalidInputException(
          "'%s' is no digest, expected 64 hexadecimal digits in lower case".formatted(digest));
    }
    return digest + SUFFIX;
  }

  /** Whether a store's file is called as {@link #fileName} would call it. */
  public static boolean isFileName(String name) {
    return name.endsWith(SUFFIX)
        && SYNTAX.matcher(name.substring(0, name.length() - SUFFIX.length())).matches();
  }

  /** The digest in the name of a store's file. */
  public static String ofFileName(String name) {
    return name.substring(0, name.length() - SUFFIX.length());
  }

  /**
   * Copies a file and checks it on the way: its size, its ending and its digest. What was copied
   * may be used only when this returns.
   *
   * @param name what to call the file in errors
   * @return the digest
   * @throws InvalidInputException if it is no such file, incomplete, altered or too large
   */
  public static String copy(InputStream from, OutputStream to, String name) throws IOException {
    return copy(from, to, name, ModelArchive.MAX_BYTES);
  }

  static String copy(InputStream from, OutputStream to, String name, long maxBytes)
      throws IOException {
    MessageDigest sha256 = sha256();
    byte[] buffer = new byte[CHUNK + ENDING_SIZE];
    int held = 0; // bytes at the buffer's start that may turn out to be the ending
    long size = 0;
    for (int n = from.read(buffer, held, CHUNK); n >= 0; n = from.read(buffer, held, CHUNK)) {
      size += n;
      if (size > maxBytes) {
        throw new InvalidInputException(
            "%s is larger than %d bytes, the most that it may have".formatted(name, maxBytes));
      }
      to.write(buffer, held, n);
      int done = Math.max(0, held + n - ENDING_SIZE);
      sha256.update(buffer, 0, done);
      held = held + n - done;
      System.arraycopy(buffer, done, buffer, 0, held);
    }
    String ending = new String(buffer, 0, held, StandardCharsets.ISO_8859_1);
    return checked(ending, HexFormat.of().formatHex(sha256.digest()), name);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String checked(String ending, String digest, String name) {
    if (!ending.startsWith(PREFIX)) {
      throw new InvalidInputException(
          name
              + " is no Trunkline model or round, or only a part of one: it does not end in its digest");
    }
    if (!ending.equals(PREFIX + digest)) {
      throw new InvalidInputException(
          "%s is damaged or was altered: its content has the digest %s, but it ends in %s"
              .formatted(name, digest, printable(ending)));
    }
    return digest;
  }

  private static String printable(String ending) {
    return ending.replaceAll("[^ -~]", "?");
  }
}
