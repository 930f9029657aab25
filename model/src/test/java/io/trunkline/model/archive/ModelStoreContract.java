package io.trunkline.model.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ModelStore} that keeps its files in a directory must do. */
public abstract class ModelStoreContract {
  @TempDir Path temporary;
  private Path root;
  private ModelStore store;
  private byte[] archive;
  private String digest;

  /** A store over a directory that does not exist yet. */
  protected abstract ModelStore store(Path directory) throws Exception;

  @BeforeEach
  void makeStore() throws Exception {
    root = temporary.resolve("models");
    store = store(root);
    Path file = temporary.resolve("tiny.model");
    digest = ModelArchive.write(TinyModel.of(1), file);
    archive = Files.readAllBytes(file);
  }

  @Test
  void givesBackWhatWasPut() throws Exception {
    put(digest, archive);

    try (InputStream in = store.open(digest)) {
      assertThat(in.readAllBytes()).isEqualTo(archive);
    }
    assertThat(ModelArchive.load(store, digest))
        .usingRecursiveComparison()
        .isEqualTo(TinyModel.of(1));
  }

  @Test
  void listsDigestsInOrderAndNothingElse() throws Exception {
    assertThat(store.list()).isEmpty();
    Path second = temporary.resolve("second.model");
    String other = ModelArchive.write(TinyModel.of(2), second);
    put(digest, archive);
    put(other, Files.readAllBytes(second));
    Files.writeString(root.resolve("README"), "not a model");

    assertThat(store.list()).containsExactlyElementsOf(Stream.of(digest, other).sorted().toList());
  }

  @Test
  void aModelMayBePutAgain() throws Exception {
    put(digest, archive);
    put(digest, archive);

    assertThat(store.list()).containsExactly(digest);
  }

  @Test
  void knowsSizesAndTimes() throws Exception {
    put(digest, archive);
    Instant then = Instant.parse("2020-02-20T20:20:20Z");
    Files.setLastModifiedTime(root.resolve(digest + ".model"), FileTime.from(then));

    assertThat(store.files()).containsExactly(new StoredFile(digest, archive.length, then));
  }

  @Test
  void aDeletedModelIsGoneAndMayBeDeletedAgain() throws Exception {
    put(digest, archive);

    store.delete(digest);
    store.delete(digest);

    assertThat(store.list()).isEmpty();
    assertThatThrownBy(() -> store.open(digest)).isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void saysThatAModelIsMissing() {
    assertThatThrownBy(() -> store.open(digest))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining(digest);
  }

  @Test
  void refusesAModelUnderAnothersDigestAndKeepsNothing() throws Exception {
    String asked = "ab".repeat(32);

    assertThatThrownBy(() -> put(asked, archive))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(digest)
        .hasMessageContaining(asked);
    assertNothingKept();
  }

  @Test
  void refusesADamagedModelAndKeepsNothing() throws Exception {
    byte[] altered = archive.clone();
    altered[100] ^= 1;

    assertThatThrownBy(() -> put(digest, altered)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> put(digest, Arrays.copyOf(archive, archive.length - 1)))
        .isInstanceOf(InvalidInputException.class);
    assertNothingKept();
  }

  @Test
  void keepsNothingOfAStreamThatBreaks() throws Exception {
    InputStream breaks =
        new InputStream() {
          private int at;

          @Override
          public int read() throws IOException {
            if (at == 200) {
              throw new IOException("connection lost");
            }
            return archive[at++] & 0xFF;
          }
        };

    assertThatThrownBy(() -> store.put(digest, breaks)).hasMessageContaining("connection lost");
    assertNothingKept();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../../etc/passwd", "/etc/passwd", "abc", "DIGEST", "a/b"})
  void refusesWhatIsNoDigestWhereverItIsAsked(String name) throws Exception {
    String noDigest = name.equals("DIGEST") ? digest.toUpperCase(java.util.Locale.ROOT) : name;

    assertThatThrownBy(() -> put(noDigest, archive))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("expected 64 hexadecimal digits in lower case");
    assertThatThrownBy(() -> store.open(noDigest)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> store.delete(noDigest)).isInstanceOf(InvalidInputException.class);
    assertNothingKept();
  }

  private void put(String name, byte[] bytes) throws IOException {
    store.put(name, new ByteArrayInputStream(bytes));
  }

  private void assertNothingKept() throws IOException {
    assertThat(store.list()).isEmpty();
    if (Files.exists(root)) {
      assertThat(root).isEmptyDirectory();
    }
  }
}
