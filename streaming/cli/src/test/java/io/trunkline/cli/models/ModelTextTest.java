package io.trunkline.cli.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.Model;
import io.trunkline.model.archive.StoredFile;
import io.trunkline.model.archive.TinyModel;
import io.trunkline.model.evaluation.ModelDifference;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What 'show' and 'diff' print. */
final class ModelTextTest {
  private static final String DIGEST = "a".repeat(64);

  @Test
  void aCardHasAFactALine() {
    StoredFile file = new StoredFile(DIGEST, 12_345, Instant.EPOCH);
    ModelCard card = ModelCard.of(file, TinyModel.of(1), Announced.inTurn(DIGEST, DIGEST));

    // 16 of the n-gram table, 12 of the embeddings and 39 others.
    assertThat(ModelCardText.of(card))
        .containsExactly(
            "model      " + DIGEST,
            "stored     12,345 bytes, since 1970-01-01T00:00:00Z",
            "announced  generation 0, 1970-01-01T00:00:00Z, by ann: why",
            "announced  generation 1, 1970-01-01T00:00:00Z, by ann: why",
            "task       colour, single-label, 3 labels",
            "task       size, single-label, 2 labels",
            "sizes      3 n-grams in 8 rows, 2 words, 67 parameters, float32",
            "remembers  1 golden, 1 to replay",
            "trained on 10 examples, seed 1",
            "data       " + "0".repeat(64),
            "parent     " + "2".repeat(64),
            "round      " + "1".repeat(64),
            "metric     dev.colour.accuracy 0.5000");
  }

  @Test
  void aModelThatWasNeverAnnouncedSaysSo() {
    StoredFile file = new StoredFile(DIGEST, 1, Instant.EPOCH);

    assertThat(ModelCardText.of(ModelCard.of(file, TinyModel.of(1), List.of())))
        .contains("announced  never");
  }

  @Test
  void whatDidNotChangeIsLeftOut() {
    Model model = TinyModel.of(1);

    assertThat(DifferenceText.of(ModelDifference.of(model, model)))
        .containsExactly(
            "words      +0 -0",
            "n-grams    +0 -0",
            "distance   n-gram table 0.0000, embeddings 0.0000, other parameters 0.0000");
  }
}
