package io.trunkline.model.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Takes model files apart and puts them together again, by the JDK's means alone. */
final class Archives {
  private Archives() {}

  /** The entries of a zip, by name. */
  static Map<String, byte[]> entries(byte[] archive) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive));
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      entries.put(entry.getName(), zip.readAllBytes());
    }
    return entries;
  }

  /** A zip of these entries that ends in its right digest. */
  static byte[] sealed(Map<String, byte[]> entries, int method) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setComment("x".repeat(71));
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(header(entry.getKey(), entry.getValue(), method));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return sealed(bytes.toByteArray());
  }

  /** The bytes with their last 71 replaced by the digest of those before. */
  static byte[] sealed(byte[] bytes) throws Exception {
    String ending = "sha256:" + sha256(bytes, bytes.length - 71);
    System.arraycopy(ending.getBytes(StandardCharsets.US_ASCII), 0, bytes, bytes.length - 71, 71);
    return bytes;
  }

  static String sha256(byte[] bytes, int length) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update(bytes, 0, length);
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static ZipEntry header(String name, byte[] content, int method) {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry header = new ZipEntry(name);
    header.setMethod(method);
    header.setCrc(checksum.getValue());
    header.setSize(content.length);
    return header;
  }
}
