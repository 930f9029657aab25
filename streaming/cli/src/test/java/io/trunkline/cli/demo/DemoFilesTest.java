package io.trunkline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.cli.files.ScratchDirectory;
import io.trunkline.model.InvalidInputException;
import io.trunkline.tagging.pipeline.Guarantee;
import io.trunkline.tagging.pipeline.Pipeline;
import io.trunkline.tagging.pipeline.RecordFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoFilesTest {
  @TempDir Path directory;

  @Test
  void thePipelineCanBeReadAlongByAnyConsumer() throws IOException {
    DemoFiles files = new DemoFiles(directory.resolve("home"));
    files.writePipeline("127.0.0.1:12345", false);

    Pipeline pipeline = Pipeline.load(files.pipeline());
    assertThat(pipeline.kafka().bootstrapServers()).isEqualTo("127.0.0.1:12345");
    assertThat(pipeline.labels().format()).isEqualTo(RecordFormat.JSON);
    assertThat(pipeline.guarantee()).isEqualTo(Guarantee.EXACTLY_ONCE);
    assertThat(Path.of(pipeline.models().store())).isEqualTo(files.store());
  }

  @Test
  void aDirectoryHasOneDemoAtATime() throws IOException {
    DemoFiles files = new DemoFiles(directory.resolve("home"));
    try (DemoLock lock = DemoLock.take(files)) {
      assertThat(lock.channel().isOpen()).isTrue();
      assertThatThrownBy(() -> DemoLock.take(files))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("in use by another demo");
    }
    DemoLock.take(files).close();
  }

  @Test
  void whatAKilledDemoLeftIsGone() throws IOException {
    Path records = directory.resolve("kafka");
    Files.createDirectories(records.resolve("questions-0"));
    Files.writeString(records.resolve("questions-0/00000.log"), "old");

    try (ScratchDirectory scratch = ScratchDirectory.empty(records)) {
      assertThat(scratch.path()).isEmptyDirectory();
      Files.writeString(records.resolve("new"), "new");
    }
    assertThat(records).doesNotExist();
  }
}
