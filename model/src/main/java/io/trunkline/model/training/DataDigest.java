package io.trunkline.model.training;

import io.trunkline.model.Example;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * SHA-256 over examples in their order: of each the id and the text, then how many attributes and
 * by name the name and the value, then the same of the labels by task; every string preceded by its
 * length in UTF-8 bytes.
 */
final class DataDigest {
  private final MessageDigest sha256;

  private DataDigest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The digest, 64 hexadecimal digits in lower case. */
  static String of(List<Example> examples) {
    DataDigest digest = new DataDigest();
    examples.forEach(digest::add);
    return HexFormat.of().formatHex(digest.sha256.digest());
  }

  private void add(Example example) {
    add(example.id());
    add(example.text());
    add(example.attributes());
    add(example.labels());
  }

  private void add(Map<String, ?> values) {
    add(values.size());
    new TreeMap<>(values)
        .forEach(
            (name, value) -> {
              add(name);
              add(value.toString());
            });
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(bytes.length);
    sha256.update(bytes);
  }

  private void add(int number) {
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }
}
