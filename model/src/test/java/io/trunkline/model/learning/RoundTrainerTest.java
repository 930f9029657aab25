package io.trunkline.model.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.Model;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.training.SmallTraining;
import io.trunkline.model.training.Trainer;
import io.trunkline.model.training.TrainingListener;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTrainerTest {
  private static final String PARENT = "ab".repeat(32);
  private static final String DIGEST = "cd".repeat(32);
  private static final RoundSettings SETTINGS =
      new RoundSettings(1, 2, 5, 8, 1e-2, 0.5, 0.01, 1, 1, 1 << 12, 1 << 16);

  @TempDir Path directory;
  private Model parent;

  @BeforeAll
  void trainTheParent() {
    parent =
        new Trainer(SmallTraining.CONFIG, TrainingListener.SILENT)
            .train(SmallTraining.EXAMPLES, List.of());
  }

  @Test
  void aRoundRunAgainFromItsFilesGivesTheSameDigest() throws Exception {
    Path file = directory.resolve("parent");
    ModelArchive.write(parent, file);
    Model read = ModelArchive.read(file).model();
    String first = ModelArchive.write(run(parent, 7), directory.resolve("first"));

    assertThat(ModelArchive.write(run(read, 7), directory.resolve("again"))).isEqualTo(first);
    assertThat(ModelArchive.write(run(read, 8), directory.resolve("other"))).isNotEqualTo(first);
  }

  @Test
  void theModelSaysWhereItComesFrom() {
    Model model = run(parent, 7);

    assertThat(model.training().round()).isEqualTo(DIGEST);
    assertThat(model.training().parent()).isEqualTo(PARENT);
  }

  @Test
  void whoeverThrowsAfterAStepEndsTheRound() {
    AtomicInteger steps = new AtomicInteger();

    assertThatThrownBy(
            () ->
                RoundTrainer.run(
                    parent,
                    round(7),
                    DIGEST,
                    () -> {
                      if (steps.incrementAndGet() == 3) {
                        throw new CancellationException("the job is closing");
                      }
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(steps).hasValue(3);
  }

  private static Model run(Model from, long seed) {
    return RoundTrainer.run(from, round(seed), DIGEST, () -> {});
  }

  private static Round round(long seed) {
    return new Round(PARENT, SETTINGS, seed, SmallTraining.EXAMPLES.subList(0, 12), List.of());
  }
}
