package io.trunkline.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import org.junit.jupiter.api.Test;

class TrainingConfigTest {
  @Test
  void anImpossibleValueIsRefusedByName() {
    assertThatThrownBy(() -> TrainingConfig.defaults().withEpochs(0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("training setting epochs is 0, expected at least 1");
    assertThatThrownBy(() -> new TrainingConfig.Dropout(0.3, 1, 0.5))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("training setting dropout.embeddings is 1.0, expected 0 or more and below 1");
  }

  @Test
  void aChangedCopyDiffersInThatAlone() {
    TrainingConfig defaults = TrainingConfig.defaults();
    assertThat(defaults.withSeed(7).seed()).isEqualTo(7);
    assertThat(defaults.withSeed(7).withSeed(defaults.seed())).isEqualTo(defaults);
    assertThat(defaults.withEpochs(99).withEpochs(defaults.epochs())).isEqualTo(defaults);
  }
}
