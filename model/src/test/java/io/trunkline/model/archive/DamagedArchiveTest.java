package io.trunkline.model.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no model, or no longer one. */
class DamagedArchiveTest {
  private static final String NO_MODEL = "is no Trunkline model or round, or only a part of one";

  @TempDir Path directory;
  private Path file;
  private byte[] bytes;

  @BeforeEach
  void writeModel() throws IOException {
    file = directory.resolve("m.model");
    ModelArchive.write(TinyModel.of(1), file);
    bytes = Files.readAllBytes(file);
  }

  @Test
  void aFileCutAnywhereIsRefused() throws Exception {
    for (int size = 0; size < bytes.length; size++) {
      Files.write(file, Arrays.copyOf(bytes, size));
      assertRefused(file, "");
    }
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    assertRefused(file, NO_MODEL);
  }

  @Test
  void aFileWithAnyBitAlteredIsRefused() throws Exception {
    for (int at = 0; at < bytes.length; at++) {
      byte[] altered = bytes.clone();
      altered[at] ^= (byte) (1 << (at % 8));
      Files.write(file, altered);
      assertRefused(file, "");
    }
  }

  @Test
  void anAlteredParameterIsSaidToBeAltered() throws Exception {
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertRefused(file, "is damaged or was altered");
  }

  @Test
  void anAlteredDigestIsShownWithoutWhatCouldHarmATerminal() throws Exception {
    bytes[bytes.length - 1] = 27;
    Files.write(file, bytes);

    assertRefused(file, "is damaged or was altered");
  }

  @Test
  void bytesBehindTheEndAreRefused() throws Exception {
    Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));

    assertRefused(file, NO_MODEL);
  }

  @Test
  void aLargerFileThanAllowedIsRefusedByItsSizeAlone() throws Exception {
    Path large = directory.resolve("large.model");
    try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
      sparse.setLength(ModelArchive.MAX_BYTES + 1);
    }

    assertRefused(large, "is larger than 1073741824 bytes");
  }

  @Test
  void anEndlessStreamIsGivenUpAtTheLimit() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }
        };

    assertThatThrownBy(() -> ModelArchive.read(endless, "a stream", 100_000))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("a stream is larger than 100000 bytes, the most that it may have");
  }

  @Test
  void aFileOfExactlyTheLimitIsRead() throws Exception {
    InputStream in = new ByteArrayInputStream(bytes);

    assertThat(ModelArchive.read(in, "a stream", bytes.length).model()).isNotNull();
  }

  @Test
  void foreignFilesAreRefused() throws Exception {
    byte[] random = new byte[10_000];
    new Random(1).nextBytes(random);
    Map<String, byte[]> jar = Map.of("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n".getBytes());
    byte[] zip = Archives.sealed(jar, ZipEntry.DEFLATED);

    assertRefused(write(new byte[0]), NO_MODEL);
    assertRefused(write("Not a model\n".getBytes(StandardCharsets.UTF_8)), NO_MODEL);
    assertRefused(write("text ".repeat(1_000).getBytes(StandardCharsets.UTF_8)), NO_MODEL);
    assertRefused(write(random), NO_MODEL);
    assertRefused(write(Arrays.copyOf(zip, zip.length - 71)), NO_MODEL);
    assertRefused(
        write(zip), "it has an entry 'META-INF/MANIFEST.MF' where manifest.json was expected");
    assertRefused(write(Archives.sealed(random)), "it has no entry manifest.json");
  }

  @Test
  void whatIsNotAFileIsRefused() {
    assertRefused(directory, "is a directory, expected a model file");
    assertRefused(directory.resolve("none.model"), "there is no model file");
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(file, content);
  }

  private static void assertRefused(Path path, String reason) {
    assertThatThrownBy(() -> ModelArchive.read(path))
        .isInstanceOf(InvalidInputException.class)
        .message()
        .contains(path.toString(), reason)
        .matches("[ -~]+");
  }
}
