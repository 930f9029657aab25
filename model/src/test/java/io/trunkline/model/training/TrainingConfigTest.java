package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import org.junit.jupiter.api.Test;

class TrainingConfigTest {
  @Test
  void anImpossibleValueIsRefusedByName() {
    assertThatThrownBy(() -> TrainingConfig.defaults().withEpochs(-1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("training setting epochs is -1, expected 0 or more");
    assertThatThrownBy(() -> new TrainingConfig.Dropout(0.3, 1, 0.5))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("training setting dropout.embeddings is 1.0, expected 0 or more and below 1");
  }

  @Test
  void aSmallSetIsSeenMoreOftenThanALargeOne() {
    TrainingConfig defaults = TrainingConfig.defaults();
    assertThat(defaults.epochs(1)).isEqualTo(50);
    assertThat(defaults.epochs(30)).isEqualTo(34);
    assertThat(defaults.epochs(84)).isEqualTo(12);
    assertThat(defaults.epochs(3_000)).isEqualTo(12);
    assertThat(defaults.withEpochs(3).epochs(1)).isEqualTo(3);
  }

  @Test
  void aChangedCopyDiffersInThatAlone() {
    TrainingConfig defaults = TrainingConfig.defaults();
    assertThat(defaults.withSeed(7).seed()).isEqualTo(7);
    assertThat(defaults.withSeed(7).withSeed(defaults.seed())).isEqualTo(defaults);
    assertThat(defaults.withEpochs(99).withEpochs(defaults.epochs())).isEqualTo(defaults);
  }
}
