package io.trunkline.model.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.Calibration;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Precision;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelArchiveTest {
  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = directory.resolve("tiny.model");
  }

  @Test
  void aModelComesBackAsItWas() throws Exception {
    Model model = TinyModel.of(1);
    String digest = ModelArchive.write(model, file);

    ArchivedModel read = ModelArchive.read(file);

    assertThat(read.digest()).isEqualTo(digest);
    assertThat(read.model()).usingRecursiveComparison().isEqualTo(model);
  }

  @Test
  void everyKindOfTaskComesBackAsItWas() throws Exception {
    Model tiny = TinyModel.of(1);
    ModelSpec spec =
        new ModelSpec(
            List.of(
                new Task("one", TaskKind.SINGLE_LABEL, List.of("a", "b"), true, List.of()),
                new Task("several", TaskKind.MULTI_LABEL, List.of("c", "d")),
                new Task("spans", TaskKind.SPANS, List.of("e")),
                new Task("score", TaskKind.SCORE, List.of()),
                new Task(
                    "next", TaskKind.SINGLE_LABEL, List.of("f"), false, List.of("one", "score"))),
            tiny.spec().features(),
            tiny.spec().network());
    Calibration plain = Calibration.NONE;
    Model model =
        new Model(
            spec,
            tiny.words(),
            tiny.ngrams(),
            tiny.wide().toFloats(),
            tiny.embeddings().toFloats(),
            new float
                [Math.toIntExact(Sizes.of(spec, tiny.words().size(), Precision.FLOAT32).dense())],
            Map.of(
                "one", new Calibration(1.5, List.of(), 0.25, 0, 1),
                "several", new Calibration(0.5, List.of(0.25, 0.75), 0, 0, 1),
                "spans", plain.withCurve(List.of(new Calibration.Point(0.5, 0.25))),
                "score", new Calibration(1, List.of(), 0, -3.5, 2),
                "next", plain),
            tiny.training());

    ModelArchive.write(model, file);

    assertThat(ModelArchive.read(file).model()).usingRecursiveComparison().isEqualTo(model);
  }

  @Test
  void aStreamReadsAsTheFileDoes() throws Exception {
    String digest = ModelArchive.write(TinyModel.of(1), file);

    try (InputStream in = Files.newInputStream(file)) {
      ArchivedModel read = ModelArchive.read(in, "a stream");
      assertThat(read.digest()).isEqualTo(digest);
      assertThat(read.model()).usingRecursiveComparison().isEqualTo(TinyModel.of(1));
    }
  }

  @Test
  void theFileEndsInTheDigestOfAllBeforeTheEnding() throws Exception {
    String digest = ModelArchive.write(TinyModel.of(1), file);
    byte[] bytes = Files.readAllBytes(file);

    assertThat(digest).isEqualTo(Archives.sha256(bytes, bytes.length - 71));
    assertThat(new String(bytes, bytes.length - 71, 71, StandardCharsets.US_ASCII))
        .isEqualTo("sha256:" + digest);
  }

  @Test
  void theFileIsAnOrdinaryZip() throws Exception {
    ModelArchive.write(TinyModel.of(1), file);
    Map<String, byte[]> entries = Archives.entries(Files.readAllBytes(file));

    assertThat(entries.keySet())
        .containsExactly(
            "manifest.json",
            "words.txt",
            "golden.jsonl",
            "replay.jsonl",
            "ngrams.i32",
            "wide.f32",
            "embeddings.f32",
            "dense.f32");
    assertThat(new String(entries.get("golden.jsonl"), StandardCharsets.UTF_8))
        .isEqualTo("{\"id\":\"g\",\"text\":\"sky\",\"labels\":{\"colour\":\"blue\"}}\n");
    assertThat(new String(entries.get("words.txt"), StandardCharsets.UTF_8)).isEqualTo("sky\n海\n");
    assertThat(ByteBuffer.wrap(entries.get("wide.f32")).order(ByteOrder.LITTLE_ENDIAN).getFloat(4))
        .isEqualTo(0.25f);
  }

  @Test
  void aQuantizedModelComesBackAsItWas() throws Exception {
    Model model = TinyModel.of(1).quantized();
    ModelArchive.write(model, file);

    assertThat(ModelArchive.read(file).model()).usingRecursiveComparison().isEqualTo(model);
    Map<String, byte[]> entries = Archives.entries(Files.readAllBytes(file));
    assertThat(entries.keySet())
        .containsExactly(
            "manifest.json",
            "words.txt",
            "golden.jsonl",
            "replay.jsonl",
            "ngrams.i32",
            "wide-scales.f32",
            "wide.i8",
            "embeddings-scales.f32",
            "embeddings.i8",
            "dense.f32");
    // The first row is 1/8 and 2/8; scales are rounded up, so 63.5 is just below.
    assertThat(entries.get("wide.i8")).hasSize(16).startsWith(63, 127);
    assertThat(entries.get("wide-scales.f32")).hasSize(32);
  }

  @Test
  void equalModelsHaveEqualFilesAndOthersHaveOthers() throws Exception {
    Path again = directory.resolve("again.model");
    Path other = directory.resolve("other.model");
    String digest = ModelArchive.write(TinyModel.of(1), file);

    assertThat(ModelArchive.write(TinyModel.of(1), again)).isEqualTo(digest);
    assertThat(again).hasSameBinaryContentAs(file);
    assertThat(ModelArchive.write(TinyModel.of(2), other)).isNotEqualTo(digest);
  }

  @Test
  void tablesLargerThanABufferComeBackAsTheyWere() throws Exception {
    Model tiny = TinyModel.of(1);
    List<String> words = IntStream.range(0, 30_000).mapToObj(i -> "w" + i).toList();
    float[] embeddings = new float[30_002 * 3];
    for (int i = 0; i < embeddings.length; i++) {
      embeddings[i] = i * 0.5f;
    }
    Model model =
        new Model(
            tiny.spec(),
            words,
            tiny.ngrams(),
            tiny.wide().toFloats(),
            embeddings,
            tiny.dense(),
            tiny.calibration(),
            tiny.training());
    ModelArchive.write(model, file);

    Model read = ModelArchive.read(file).model();

    assertThat(read.words()).isEqualTo(words);
    assertThat(read.embeddings().toFloats()).isEqualTo(embeddings);
  }

  @Test
  void aModelThatCannotBeWrittenLeavesNothingBehind() {
    Model tiny = TinyModel.of(1);
    float[] broken = tiny.dense().clone();
    broken[7] = Float.NaN;
    Model model =
        new Model(
            tiny.spec(),
            tiny.words(),
            tiny.ngrams(),
            tiny.wide().toFloats(),
            tiny.embeddings().toFloats(),
            broken,
            tiny.calibration(),
            tiny.training());

    assertThatThrownBy(() -> ModelArchive.write(model, file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("dense.f32 has NaN at 7, expected finite numbers");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aModelTooLargeForAFileIsRefusedBeforeItIsMade() {
    ModelSpec tiny = TinyModel.of(1).spec();
    ModelSpec huge =
        new ModelSpec(tiny.tasks(), tiny.features().withWideRows(1 << 24), tiny.network());
    ModelArchive.requireFit(huge, 2);

    ModelSpec.Network network = tiny.network();
    ModelSpec wider =
        new ModelSpec(
            tiny.tasks(),
            huge.features(),
            new ModelSpec.Network(
                16,
                network.wordSize(),
                network.arrangement(),
                network.kernels(),
                network.filters()));
    assertThatThrownBy(() -> ModelArchive.requireFit(wider, 2))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("the parameters take 114085")
        .hasMessageEndingWith(" bytes, a model file may have 1073741824");
  }

  @Test
  void anOlderFileGivesWayToTheNew() throws Exception {
    ModelArchive.write(TinyModel.of(1), file);
    String digest = ModelArchive.write(TinyModel.of(2), file);

    assertThat(ModelArchive.read(file).digest()).isEqualTo(digest);
    assertThat(directory).isDirectoryContaining(path -> path.equals(file));
    try (var files = Files.list(directory)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aStoredModelUnderAnothersDigestIsRefused() throws Exception {
    String digest = ModelArchive.write(TinyModel.of(1), file);
    String asked = "ab".repeat(32);
    Path models = Files.createDirectory(directory.resolve("models"));
    Files.copy(file, models.resolve(ArchiveDigest.fileName(digest)));
    Files.copy(file, models.resolve(ArchiveDigest.fileName(asked)));
    ModelStore store = new DirectoryModelStore(models);

    assertThatThrownBy(() -> ModelArchive.load(store, asked))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("the store has another model, %s, under the digest %s", digest, asked);
    assertThat(ModelArchive.load(store, digest))
        .usingRecursiveComparison()
        .isEqualTo(TinyModel.of(1));
  }
}
