package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;

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
    gradients.add(2, GRADIENT, 0, 1);
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

  /** Its values and its moments: were either moved, the second step would come out otherwise. */
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
    gradients.add(7, GRADIENT, 0, 1);
    gradients.add(99_999, GRADIENT, 0, 1);
    gradients.add(7, GRADIENT, 0, 1);
    assertThat(learner.update(gradients, 1, RATE)).isEqualTo(2);
    gradients.clear();
    assertThat(learner.update(gradients, 1, RATE)).isZero();
  }

  @Test
  void aRowTouchedTwiceInABatchIsUpdatedOnceByTheSum() {
    float[] twice = table(2);
    TableLearner learner = new TableLearner(twice, 2, DECAY);
    gradients.add(1, GRADIENT, 0, 1);
    gradients.add(1, GRADIENT, 0, 2);
    learner.update(gradients, 0.5f, RATE);

    float[] once = table(2);
    new AdamW(4, DECAY).update(once, 2, 2, new float[] {0.75f, -3}, 0, 1, RATE, 1);
    assertThat(twice).isEqualTo(once);
  }

  private void touch(TableLearner learner, int row) {
    gradients.clear();
    gradients.add(row, GRADIENT, 0, 1);
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
