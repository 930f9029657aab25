package io.trunkline.cli.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Set;
import org.apache.flink.core.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointScanTest {
  private static final String A = "0123456789abcdef".repeat(4);
  private static final String B = "f".repeat(64);

  private final CheckpointScan scan = new CheckpointScan(Set.of(A, B));

  @Test
  void aDigestIsFoundWhateverStandsAroundIt() throws IOException {
    assertThat(found("\u0000\u0080" + A + "\u0002")).containsExactly(A);
    assertThat(found("ab" + A + "cd" + B)).as("more digits around").contains(A, B);
    assertThat(found(A)).containsExactly(A);
  }

  @Test
  void aPartOfADigestIsNone() throws IOException {
    assertThat(found(A.substring(1))).isEmpty();
    assertThat(found(A.substring(0, 32) + " " + A.substring(32))).isEmpty();
  }

  @Test
  void aDigestMayLieAcrossReads() throws IOException {
    byte[] bytes = (" ".repeat(65_500) + A).getBytes(StandardCharsets.US_ASCII);
    scan.read(
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] buffer, int from, int length) {
            return super.read(buffer, from, Math.min(length, 7));
          }
        });

    assertThat(scan.found()).containsExactly(A);
  }

  @Test
  void everyFileBelowTheDirectoryIsSearched(@TempDir java.nio.file.Path directory)
      throws IOException {
    java.nio.file.Path deep = Files.createDirectories(directory.resolve("job/chk-7"));
    Files.writeString(deep.resolve("_metadata"), "state " + A);
    Files.writeString(directory.resolve("README"), B);

    scan.directory(new Path(directory.toString()));

    assertThat(scan.found()).containsExactlyInAnyOrder(A, B);
  }

  @Test
  void aDirectoryThatIsNotThereIsRefused(@TempDir java.nio.file.Path directory) {
    Path nowhere = new Path(directory.resolve("savepionts").toString());

    assertThatThrownBy(() -> scan.directory(nowhere))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there is no directory")
        .hasMessageContaining("savepionts");
  }

  private Set<String> found(String content) throws IOException {
    CheckpointScan one = new CheckpointScan(Set.of(A, B));
    InputStream in = new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1));
    one.read(in);
    return one.found();
  }
}
