package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TableLearnerTest {
  private static final float[] GRADIENT = {0.5f, -2};
  private static final double RATE = 0.01;
  private static final double DECAY = 0.1;

  private final RowGradients gradients = new RowGradients(100_000, 2);

  @Test
  void onlyTouchedRowsChange() {
    float[] table = table(4);
    TableLearner learner = new TableLearner(table, 2, DECAY);
    gradients.add(2, GRADIENT, 1);
    learner.update(gradients, 1, RATE);
    float[] untouched = table(4);
    for (int i = 0; i < 8; i++) {
      if (i / 2 == 2) {
        assertThat(table[i]).isNotEqualTo(untouched[i]);
      } else {
        assertThat(table[i]).isEqualTo(untouched[i]);
      }
    }
  }

  /** Its values and its sum: were either moved, the second step would come out otherwise. */
  @Test
  void aRowIsAsItWasLeftHoweverLongItRests() {
    float[] rested = table(4);
    TableLearner learner = new TableLearner(rested, 2, DECAY);
    touch(learner, 1);
    for (int i = 0; i < 100; i++) {
      touch(learner, 3);
    }
    touch(learner, 1);

    float[] busy = table(4);
    TableLearner other = new TableLearner(busy, 2, DECAY);
    touch(other, 1);
    touch(other, 1);
    assertThat(rested[2]).isEqualTo(busy[2]);
    assertThat(rested[3]).isEqualTo(busy[3]);
  }

  @Test
  void aStepUpdatesAsManyRowsAsWereTouchedHoweverLargeTheTable() {
    TableLearner learner = new TableLearner(table(100_000), 2, DECAY);
    gradients.add(7, GRADIENT, 1);
    gradients.add(99_999, GRADIENT, 1);
    gradients.add(7, GRADIENT, 1);
    assertThat(learner.update(gradients, 1, RATE)).isEqualTo(2);
    gradients.clear();
    assertThat(learner.update(gradients, 1, RATE)).isZero();
  }

  @Test
  void aRowTouchedTwiceInABatchIsUpdatedOnceByTheSum() {
    float[] twice = table(2);
    TableLearner learner = new TableLearner(twice, 2, DECAY);
    gradients.add(1, GRADIENT, 1);
    gradients.add(1, GRADIENT, 2);
    learner.update(gradients, 0.5f, RATE);

    float[] once = table(2);
    gradients.clear();
    gradients.add(1, new float[] {0.75f, -3}, 1);
    new TableLearner(once, 2, DECAY).update(gradients, 1, RATE);
    assertThat(twice).isEqualTo(once);
  }

  @Test
  void twoStepsAgreeWithTheFormulaByHand() {
    float[] table = {2, 1};
    TableLearner learner = new TableLearner(table, 2, 0.5);
    gradients.add(0, new float[] {3, 4}, 1);
    learner.update(gradients, 1, 0.1);
    // G = 25/2, √G = 3.535534; θ = 0.95·2 − 0.3·3/3.535534 and 0.95·1 − 0.3·4/3.535534
    assertThat(table[0]).isCloseTo(1.645442f, within(1e-5f));
    assertThat(table[1]).isCloseTo(0.610589f, within(1e-5f));
    gradients.clear();
    gradients.add(0, new float[] {0, -2}, 1);
    learner.update(gradients, 1, 0.1);
    // G = 25/2 + 4/2, √G = 3.807887; θ = 0.95·1.645442 and 0.95·0.610589 + 0.3·2/3.807887
    assertThat(table[0]).isCloseTo(1.563169f, within(1e-5f));
    assertThat(table[1]).isCloseTo(0.737629f, within(1e-5f));
  }

  @Test
  void aRowWithoutAGradientDoesNotBreak() {
    float[] table = {2, 1};
    gradients.add(0, new float[2], 1);
    new TableLearner(table, 2, 0).update(gradients, 1, RATE);
    assertThat(table).containsExactly(2, 1);
  }

  private void touch(TableLearner learner, int row) {
    gradients.clear();
    gradients.add(row, GRADIENT, 1);
    learner.update(gradients, 1, RATE);
  }

  private static float[] table(int rows) {
    float[] table = new float[rows * 2];
    for (int i = 0; i < table.length; i++) {
      table[i] = 1 + 0.25f * i;
    }
    return table;
  }
}
