package io.trunkline.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StableHashTest {
  /** From the test vectors of the FNV reference implementation. */
  @ParameterizedTest
  @CsvSource({
    "'', 811c9dc5",
    "a, e40c292c",
    "b, e70c2de5",
    "fo, 6222e842",
    "foo, a9f37ed7",
    "foob, 3f5076ef",
    "fooba, 39aaa18a",
    "foobar, bf9cf968",
  })
  void agreesWithThePublishedValuesOfFnv1a(String text, String expected) {
    assertThat(Integer.toHexString(StableHash.add(StableHash.START, text))).isEqualTo(expected);
  }

  /** MurmurHash3_x86_32 of the empty string is fmix32 of the seed; these are its known values. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 514e28b7", "-1, 81f16f39"})
  void agreesWithThePublishedValuesOfFmix32(int seed, String expected) {
    assertThat(Integer.toHexString(StableHash.finish(seed))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "ß", "谁", "😀", "a谁😀é"})
  void readsTextsAsUtf8(String text) {
    int expected = StableHash.START;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      expected = (expected ^ b & 0xFF) * 16777619;
    }
    assertThat(StableHash.add(StableHash.START, text)).isEqualTo(expected);
  }

  @Test
  void addingInPartsIsAddingTheWhole() {
    int parts = StableHash.add(StableHash.add(StableHash.START, "foo"), "bar");
    assertThat(parts).isEqualTo(StableHash.add(StableHash.START, "foobar"));
  }
}
