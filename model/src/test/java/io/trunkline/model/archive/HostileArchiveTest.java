package io.trunkline.model.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that somebody made with care: their digests are right, what is in them is not. */
class HostileArchiveTest {
  @TempDir Path directory;
  private Path file;
  private Map<String, byte[]> entries;

  @BeforeEach
  void takeAModelApart() throws Exception {
    file = directory.resolve("m.model");
    ModelArchive.write(TinyModel.of(1), file);
    entries = Archives.entries(Files.readAllBytes(file));
  }

  @Test
  void theSameEntriesPutTogetherAgainAreRead() throws Exception {
    Files.write(file, Archives.sealed(entries, ZipEntry.STORED));

    assertThat(ModelArchive.read(file).model())
        .usingRecursiveComparison()
        .isEqualTo(TinyModel.of(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"format\":6          | \"format\":5            | format is 5, this version reads 6",
        "\"float32\"           | \"float16\"             | precision is 'float16', expected float32 or int8",
        "\"float32\"           | \"int8\"                | it has an entry 'wide.f32' where wide-scales.f32 was expected",
        "\"wideRows\":8        | \"wideRows\":1073741824 | features.wideRows is 1073741824, expected 1 to 16777216",
        "\"wideRows\":8        | \"wideRows\":16777216   | its manifest implies 201326796 bytes of parameters",
        "\"wideRows\":8        | \"wideRows\":99999999999| features.wideRows: Numeric value (99999999999) out of range of int",
        "\"wideRows\":8        | \"wideRows\":7          | features.wideRows is 7, expected a power of two",
        "\"wideRows\":8        | \"wideRows\":16         | ngrams.i32 has 32 bytes, its manifest implies 64",
        "\"wideRows\":8        | \"wideRows\":8.0        | features.wideRows: Cannot coerce Floating-point value",
        "\"wideRows\":8        | \"wideRows\":\"8\"      | features.wideRows: Cannot coerce String value",
        "\"wideRows\":8        | \"wideRows\":null       | features.wideRows: ",
        "\"wideRows\":8        | \"rows\":8              | features.wideRows: Missing creator property 'wideRows'",
        "\"wideRows\":8        | \"wideRows\":8,\"wideRows\":8 | Duplicate field 'wideRows'",
        "\"wideRows\":8,       | ``                      | features.wideRows: Missing creator property 'wideRows'",
        "\"maxTokens\":4       | \"maxTokens\":-4        | features.maxTokens is -4, expected 1 to 65536",
        "\"wordSize\":3        | \"wordSize\":0          | network.wordSize is 0, expected 1 to 16384",
        "\"filters\":2         | \"filters\":-1          | network.filters is -1, expected 1 to 16384",
        "\"filters\":2         | \"filters\":3           | dense.f32 has 156 bytes, its manifest implies 204",
        "\"kernels\":[2]       | \"kernels\":[]          | number of network.kernels is 0, expected 1 to 16",
        "\"kernels\":[2]       | \"kernels\":[0]         | network.kernels is 0, expected 1 to 64",
        "\"kernels\":[2]       | \"kernels\":[null]      | network.kernels",
        "\"words\":2           | \"words\":-1            | words is -1, expected 0 to 16777216",
        "\"words\":2           | \"words\":1             | words.txt has 2 words, 2 of them different, expected 1",
        "\"name\":\"size\"     | \"name\":\"colour\"     | tasks are [colour, colour], expected at least one and each once",
        "\"name\":\"size\"     | \"name\":\" \"          | a task needs a name",
        "\"name\":\"size\"     | \"name\":\"a\\nb\"      | a task's name is 'ab', expected 1 to 200 characters",
        "\"small\",\"large\"   | \"small\",\"small\"     | task size lists a label twice",
        "\"small\",\"large\"   | \"small\"               | dense.f32 has 156 bytes, its manifest implies 136",
        "\"small\",\"large\"   | ``                      | single-label task size has 0 labels, expected 1 to 100000",
        "\"single-label\"      | \"score\"               | score task colour has 3 labels, expected 0 to 0",
        "\"single-label\"      | \"multi-label\"         | calibration of multi-label task colour is missing or has not 3 thresholds",
        "\"open\":false        | \"open\":0              | open: Cannot coerce Integer value",
        "\"reads\":[]          | \"reads\":[\"mood\"]     | task colour reads task mood, which is not there",
        "\"reads\":[]          | \"reads\":[\"colour\"]   | task colour reads itself",
        "\"reads\":[]          | \"reads\":[\"a\\nb\"]     | task colour reads task a?b, which is not there",
        "\"reads\":[]          | \"reads\":[\"size\",\"size\"] | task colour lists a task it reads twice",
        "\"temperature\":1.0   | \"temperature\":0.0     | calibration temperature is 0.0",
        "\"temperature\":1.0   | \"temperature\":1e999   | calibration temperature is Infinity",
        "\"thresholds\":[]     | \"thresholds\":[0.5]    | calibration of single-label task colour is missing or has not 0 thresholds",
        "\"thresholds\":[]     | \"thresholds\":[7.5]    | calibration thresholds is 7.5",
        "\"thresholds\":[]     | \"thresholds\":[null]   | thresholds",
        "\"curve\":[]          | \"curve\":[{\"said\":0.5,\"held\":0.5}] | calibration of single-label task colour has a curve",
        "\"curve\":[]          | \"curve\":[{\"said\":0,\"held\":0.5}] | calibration curve said is 0.0",
        "\"curve\":[]          | \"curve\":[{\"said\":0.5,\"held\":1.5}] | calibration curve held is 1.5",
        "\"abstainBelow\":0.0  | \"abstainBelow\":-0.5   | calibration abstainBelow is -0.5",
        "\"deviation\":1.0     | \"deviation\":0.0       | calibration deviation is 0.0",
        "\"calibration\":{\"colour\" | \"calibration\":{\"taste\" | calibration of single-label task colour is missing",
        "\"calibration\":{     | \"calibration\":{\"x\":{\"temperature\":1,\"thresholds\":[],\"curve\":[],\"abstainBelow\":0,\"mean\":0,\"deviation\":1}, | calibration is of 3 tasks, expected each of 2",
        "\"attributes\":[]     | \"attributes\":[\"a\\nb\"] | an attribute's name is 'ab', expected 1 to 200 characters",
        "\"single-label\"      | \"java.lang.Runtime\"   | task colour has the unknown kind java.lang.Runtime",
        "\"dev.colour.accuracy\":0.5 | \"x\":1e999       | training.metrics.x is Infinity, expected a finite number",
        "\"dev.colour.accuracy\":0.5 | \"x\":NaN         | Non-standard token 'NaN'",
        "\"examples\":10       | \"examples\":-10        | training.examples is -10",
        "\"dataDigest\":\"0    | \"dataDigest\":\"x      | training.dataDigest is 'x000",
        "\"round\":\"1         | \"round\":\"../../1     | training.round is '../../1",
        "\"parent\":\"2        | \"parent\":\"X          | training.parent is 'X2",
        "\"format\":6          | \"@class\":\"java.lang.Runtime\",\"format\":6 | @class: Unrecognized field",
      })
  void aHostileManifestIsRefused(String from, String to, String reason) throws Exception {
    String manifest = new String(entries.get("manifest.json"), StandardCharsets.UTF_8);
    assertThat(manifest).contains(from);
    entries.put(
        "manifest.json",
        manifest
            .replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to))
            .getBytes(StandardCharsets.UTF_8));

    assertRefused(reason);
  }

  @Test
  void anotherFormatIsSaidBeforeAnythingElse() throws Exception {
    entries.put("manifest.json", "{\"format\": 3, \"shape\": 7}".getBytes());
    assertRefused("in manifest.json, format is 3, this version reads 6");
  }

  @Test
  void aManifestThatIsNotJsonIsRefused() throws Exception {
    entries.put("manifest.json", "format: 1".getBytes());
    assertRefused("it is not JSON");
    entries.put("manifest.json", "[]".getBytes());
    assertRefused("in manifest.json");
    entries.put("manifest.json", "null".getBytes());
    assertRefused("in manifest.json");
    entries.put("manifest.json", new byte[0]);
    assertRefused("in manifest.json");
    entries.put("manifest.json", ("[".repeat(100_000)).getBytes());
    assertRefused("in manifest.json");
  }

  @Test
  void aScaleThatIsNotFiniteAndATableThatEndsEarlyAreRefused() throws Exception {
    ModelArchive.write(TinyModel.of(1).quantized(), file);
    entries = Archives.entries(Files.readAllBytes(file));
    byte[] scales = entries.get("wide-scales.f32").clone();
    ByteBuffer.wrap(entries.get("wide-scales.f32"))
        .order(ByteOrder.LITTLE_ENDIAN)
        .putFloat(8, Float.NaN);
    assertRefused("wide-scales.f32 has NaN at 2, expected finite numbers");
    entries.put("wide-scales.f32", scales);
    entries.put("wide.i8", Arrays.copyOf(entries.get("wide.i8"), 15));
    assertRefused("wide.i8 has 15 bytes, its manifest implies 16");
  }

  @Test
  void aParameterThatIsNotFiniteIsRefused() throws Exception {
    ByteBuffer.wrap(entries.get("embeddings.f32"))
        .order(ByteOrder.LITTLE_ENDIAN)
        .putFloat(8, Float.NaN);
    assertRefused("embeddings.f32 has NaN at 2, expected finite numbers");
    ByteBuffer.wrap(entries.get("embeddings.f32"))
        .order(ByteOrder.LITTLE_ENDIAN)
        .putFloat(8, Float.NEGATIVE_INFINITY);
    assertRefused("embeddings.f32 has -Infinity at 2, expected finite numbers");
  }

  @Test
  void aTableOfAnotherSizeIsRefused() throws Exception {
    entries.put("dense.f32", Arrays.copyOf(entries.get("dense.f32"), 152));

    assertRefused("dense.f32 has 152 bytes, its manifest implies 156");
  }

  @Test
  void wordsThatAreNotATableOfWordsAreRefused() throws Exception {
    entries.put("words.txt", "sky\nsky\n".getBytes());
    assertRefused("words.txt has 2 words, 1 of them different, expected 2");
    entries.put("words.txt", "\nsky\n".getBytes());
    assertRefused("words.txt has 2 words, 2 of them different, expected 2, none empty");
    entries.put("words.txt", new byte[] {(byte) 0xC3, '\n', 'a', '\n'});
    assertRefused("words.txt is not UTF-8");
  }

  @Test
  void anEntryTooManyIsRefused() throws Exception {
    entries.put("preprocessor.bin", new byte[] {1});

    assertRefused("it has an entry too many, 'preprocessor.bin'");
  }

  @Test
  void anEntryInPlaceOfAnotherIsRefused() throws Exception {
    Map<String, byte[]> renamed = new LinkedHashMap<>();
    entries.forEach(
        (name, content) -> renamed.put(name.equals("words.txt") ? "../../etc/x" : name, content));
    entries = renamed;

    assertRefused("it has an entry '../../etc/x' where words.txt was expected");
  }

  @Test
  void anEntryTwiceIsRefused() throws Exception {
    byte[] once = Archives.sealed(entries, ZipEntry.STORED);
    Files.write(file, Archives.sealed(renamed(once, "dense.f32", "words.txt")));

    assertRefused(file, "it has an entry 'words.txt' where dense.f32 was expected");
  }

  @Test
  void aMissingEntryIsRefused() throws Exception {
    entries.remove("dense.f32");

    assertRefused("it has no entry dense.f32");
  }

  @Test
  void exampleLinesThatAreNoneAreRefused() throws Exception {
    entries.put("golden.jsonl", "{\"text\": \"sky\"}\nnot JSON\n".getBytes(UTF_8));

    assertRefused("golden.jsonl:2: malformed JSON");
  }

  @Test
  void aCompressedEntryIsRefused() throws Exception {
    Files.write(file, Archives.sealed(entries, ZipEntry.DEFLATED));

    assertRefused(file, "manifest.json is compressed, expected it stored");
  }

  @Test
  void aWrongChecksumIsRefused() throws Exception {
    byte[] sealed = Archives.sealed(entries, ZipEntry.STORED);
    sealed[indexOf(sealed, "words.txt") + "words.txt".length()] ^= 1;
    Files.write(file, Archives.sealed(sealed));

    assertRefused(file, "invalid entry CRC");
  }

  private void assertRefused(String reason) throws Exception {
    Files.write(file, Archives.sealed(entries, ZipEntry.STORED));
    assertRefused(file, reason);
  }

  private static void assertRefused(Path file, String reason) {
    assertThatThrownBy(() -> ModelArchive.read(file))
        .isInstanceOf(InvalidInputException.class)
        .message()
        .startsWith(file + " is no usable model: ")
        .contains(reason)
        .doesNotContain("\n");
  }

  /** The zip with an entry renamed, in its header and in the directory; the names are as long. */
  private static byte[] renamed(byte[] zip, String from, String to) {
    return new String(zip, StandardCharsets.ISO_8859_1)
        .replace(from, to)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }
}
