package io.trunkline.cli.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.archive.DirectoryModelStore;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.archive.TinyModel;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KnownModelsTest {
  private static final String A = "1ab" + "0".repeat(61);
  private static final String B = "1ac" + "0".repeat(61);

  @TempDir Path directory;
  private DirectoryModelStore store;

  @BeforeEach
  void makeStore() {
    store = new DirectoryModelStore(directory.resolve("models"));
  }

  @Test
  void aModelIsNamedByItsGenerationOrTheBeginningOfItsDigest() throws Exception {
    assertThat(known(A, B).digest("1")).isEqualTo(B);
    assertThat(known(A, B).digest("1ab")).isEqualTo(A);
    assertThat(known(A, B).digest(B)).isEqualTo(B);
    assertThat(known(A, A).digest("1")).as("the same model twice").isEqualTo(A);
  }

  @Test
  void aNumberThatIsNoGenerationMayBeginADigest() throws Exception {
    assertThat(known(A).digest("1")).isEqualTo(A);
  }

  @Test
  void aModelThatIsOnlyStoredIsKnownToo() throws Exception {
    String digest = put(1);

    assertThat(known().digest(digest.substring(0, 12))).isEqualTo(digest);
    assertThat(known().load(digest)).usingRecursiveComparison().isEqualTo(TinyModel.of(1));
  }

  @Test
  void aBeginningOfSeveralDigestsIsRefused() {
    assertThatThrownBy(() -> known(A, B).digest("1a"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("'1a' could be " + A + " or " + B + ", expected more of the digest");
  }

  @Test
  void aModelThatNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> known(A).digest("7"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("no model is '7', expected a generation or");
  }

  @Test
  void anAnnouncedModelThatIsNotStoredIsOneLine() {
    assertThatThrownBy(() -> known(A).load(A))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no model " + A)
        .hasMessageNotContaining("\n");
  }

  @Test
  void theOneBeforeIsTheLastOtherModel() {
    assertThat(known(A, B).predecessor().digest()).isEqualTo(A);
    assertThat(known(B, A, B, B).predecessor().generation()).isEqualTo(1);
  }

  @Test
  void withoutAnotherModelThereIsNothingToGoBackTo() {
    assertThatThrownBy(() -> known().predecessor()).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> known(A, A).predecessor()).isInstanceOf(InvalidInputException.class);
  }

  private KnownModels known(String... announced) {
    return new KnownModels(Announced.inTurn(announced), store);
  }

  private String put(long seed) throws Exception {
    Path file = directory.resolve("a.model");
    String digest = ModelArchive.write(TinyModel.of(seed), file);
    try (InputStream in = Files.newInputStream(file)) {
      store.put(digest, in);
    }
    return digest;
  }
}
