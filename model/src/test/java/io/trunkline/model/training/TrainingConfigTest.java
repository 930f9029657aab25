package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.ModelSpec.Network.Arrangement;
import io.trunkline.model.network.TaskWeighting;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TrainingConfigTest {
  private static final TrainingConfig DEFAULTS = TrainingConfig.defaults();

  @Test
  void anImpossibleValueIsRefusedByName() {
    assertRefused(
        () -> DEFAULTS.schedule().withEpochs(-1),
        "training setting schedule.epochs is -1, expected 0 or more");
    assertRefused(
        () -> new TrainingConfig.Dropout(0.3, 1, 0.5, 0),
        "training setting dropout.embeddings is 1.0, expected 0 or more and below 1");
    assertRefused(
        () -> new TrainingConfig.Regularisation(0, 0, Double.NaN, 0, 0, 0),
        "training setting regularisation.l2 is NaN, expected 0 or more");
    assertRefused(
        () -> new Noise(0, 1),
        "training setting noise.characters is 1.0, expected 0 or more and below 1");
    assertRefused(
        () -> new TaskChoice.Abstain(0.9, 0.9),
        "training setting abstain is {precision: 0.9, coverage: 0.9}, expected one of the two");
  }

  @Test
  void aWeightThatWouldBeLearntIsRefused() {
    TaskChoice heavy =
        new TaskChoice(
            "mood", null, List.of(), 2, false, 5, List.of(), new TaskChoice.Abstain(0, 0));
    TrainingConfig fixed = TrainingConfig.defaults().withTasks(List.of(heavy));
    Balance learnt =
        new Balance(
            TaskWeighting.UNCERTAINTY, Balance.Sampling.PROPORTIONAL, Balance.ClassWeights.NONE);
    assertRefused(
        () ->
            new TrainingConfig(
                fixed.tasks(),
                fixed.features(),
                fixed.words(),
                fixed.network(),
                fixed.schedule(),
                fixed.dropout(),
                fixed.regularisation(),
                learnt,
                fixed.noise(),
                fixed.memory(),
                1),
        "training setting weight of task mood is 2.0, expected none where balance.weighting is"
            + " uncertainty, which learns them");
  }

  @Test
  void aSmallSetIsSeenMoreOftenThanALargeOne() {
    Schedule schedule = DEFAULTS.schedule();
    assertThat(schedule.epochs(1)).isEqualTo(50);
    assertThat(schedule.epochs(30)).isEqualTo(34);
    assertThat(schedule.epochs(84)).isEqualTo(24);
    assertThat(schedule.epochs(180)).isEqualTo(24);
    assertThat(schedule.epochs(350)).isEqualTo(15);
    assertThat(schedule.epochs(3_000)).isEqualTo(14);
    assertThat(schedule.withEpochs(3).epochs(1)).isEqualTo(3);
  }

  @Test
  void spansStackTheConvolutionsUnlessAnArrangementIsSet() {
    TrainingConfig.Trunk trunk = DEFAULTS.network();
    assertThat(trunk.shape(false).arrangement()).isEqualTo(Arrangement.PARALLEL);
    assertThat(trunk.shape(false).kernels()).isEqualTo(trunk.kernels().parallel());
    assertThat(trunk.shape(true).arrangement()).isEqualTo(Arrangement.STACKED);
    assertThat(trunk.shape(true).kernels()).isEqualTo(trunk.kernels().stacked());
    TrainingConfig.Trunk fixed =
        new TrainingConfig.Trunk(
            2,
            2,
            TrainingConfig.Trunk.Arranged.PARALLEL,
            new TrainingConfig.Trunk.Kernels(List.of(2), List.of(3)),
            2);
    assertThat(fixed.shape(true).arrangement()).isEqualTo(Arrangement.PARALLEL);
  }

  @Test
  void aChangedCopyDiffersInThatAlone() {
    assertThat(DEFAULTS.withSeed(7).seed()).isEqualTo(7);
    assertThat(DEFAULTS.withSeed(7).withSeed(DEFAULTS.seed())).isEqualTo(DEFAULTS);
    assertThat(TrainingConfig.fineTuning().withSchedule(DEFAULTS.schedule())).isEqualTo(DEFAULTS);
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(InvalidInputException.class).hasMessage(message);
  }
}
