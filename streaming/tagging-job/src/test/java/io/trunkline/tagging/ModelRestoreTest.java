package io.trunkline.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.tagging.models.FakeModels;
import io.trunkline.tagging.models.ModelReport.State;
import java.io.IOException;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which model an operator has after a restart. The start model is '3', of generation 3. */
@Timeout(60)
final class ModelRestoreTest {
  private final FakeModels models = new FakeModels();

  @Test
  void theModelThatServedServesAgain() throws Exception {
    OperatorSubtaskState snapshot = snapshotServing(5, '5');
    try (TaggingHarness restored = TaggingHarness.of(models).openedFrom(snapshot)) {
      assertThat(generationOf(restored)).isEqualTo(5);
    }
  }

  @Test
  void theModelThatServedServesAgainWhereTheNewestStillCannotBeLoaded() throws Exception {
    OperatorSubtaskState snapshot = snapshotServingFiveAndWantingSix();
    models.breaks('6');
    try (TaggingHarness restored = TaggingHarness.of(models).openedFrom(snapshot)) {
      assertThat(generationOf(restored)).isEqualTo(5);

      models.mend('6');
      assertThat(restored.await(State.SERVING, 6)).isGreaterThan(1);
      assertThat(generationOf(restored)).isEqualTo(6);
    }
  }

  @Test
  void theNewestServesAtOnceWhereItCanBeLoadedNow() throws Exception {
    OperatorSubtaskState snapshot = snapshotServingFiveAndWantingSix();
    try (TaggingHarness restored = TaggingHarness.of(models).openedFrom(snapshot)) {
      assertThat(generationOf(restored)).isEqualTo(6);
    }
  }

  @Test
  void theStartModelServesWhereNoneOfTheOthersCanBeLoaded() throws Exception {
    OperatorSubtaskState snapshot = snapshotServing(5, '5');
    models.breaks('5');
    try (TaggingHarness restored = TaggingHarness.of(models).openedFrom(snapshot)) {
      assertThat(generationOf(restored)).isEqualTo(3);
    }
  }

  @Test
  void aStartModelNewerThanWhatServedServes() throws Exception {
    OperatorSubtaskState snapshot = snapshotServing(5, '5');
    try (TaggingHarness restored =
        TaggingHarness.startingWith(7, '7', models).openedFrom(snapshot)) {
      assertThat(generationOf(restored)).isEqualTo(7);
    }
  }

  @Test
  void anAnnouncementThatWasSupersededIsForgotten() throws Exception {
    OperatorSubtaskState snapshot;
    try (TaggingHarness operator = TaggingHarness.of(models).opened()) {
      models.breaks('4');
      operator.announce(4, '4');
      operator.await(State.FAILED, 4);
      models.mend('4');
      operator.announce(5, '5');
      operator.await(State.SERVING, 5);
      snapshot = operator.snapshot(1, 1);
    }
    models.breaks('5');
    try (TaggingHarness restored = TaggingHarness.of(models).openedFrom(snapshot)) {
      assertThat(generationOf(restored)).isEqualTo(3);
    }
  }

  @Test
  void withFewerSubtasksTheNewestModelServes() throws Exception {
    OperatorSubtaskState behind = snapshotServingFiveAndWantingSix();
    OperatorSubtaskState ahead = snapshotServing(6, '6');
    OperatorSubtaskState merged =
        AbstractStreamOperatorTestHarness.repartitionOperatorState(
            AbstractStreamOperatorTestHarness.repackageState(behind, ahead), 2, 2, 1, 0);
    try (TaggingHarness restored = TaggingHarness.of(models).openedFrom(merged)) {
      assertThat(generationOf(restored)).isEqualTo(6);
    }
  }

  @Test
  void aSubtaskThatIsNewHasTheModelOfTheOthers() throws Exception {
    OperatorSubtaskState snapshot =
        AbstractStreamOperatorTestHarness.repartitionOperatorState(
            snapshotServing(5, '5'), 2, 1, 2, 1);
    try (TaggingHarness restored = TaggingHarness.of(models).openedFrom(snapshot)) {
      assertThat(generationOf(restored)).isEqualTo(5);
    }
  }

  @Test
  void doesNotStartWithoutAnyModel() throws Exception {
    models.breaks('3');
    TaggingHarness operator = TaggingHarness.of(models);
    assertThatThrownBy(operator::opened)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none of the models announced can be loaded");
    operator.operator().close();
  }

  private OperatorSubtaskState snapshotServing(long generation, char digit) throws Exception {
    try (TaggingHarness operator = TaggingHarness.of(models).opened()) {
      operator.announce(generation, digit);
      operator.await(State.SERVING, generation);
      return operator.snapshot(1, 1);
    }
  }

  private OperatorSubtaskState snapshotServingFiveAndWantingSix() throws Exception {
    models.breaks('6');
    try (TaggingHarness operator = TaggingHarness.of(models).opened()) {
      operator.announce(5, '5');
      operator.await(State.SERVING, 5);
      operator.announce(6, '6');
      operator.await(State.FAILED, 6);
      return operator.snapshot(1, 1);
    } finally {
      models.mend('6');
    }
  }

  private static long generationOf(TaggingHarness operator) throws Exception {
    operator.ask("a", "b", "c");
    return operator.labels().get(operator.labels().size() - 1).model().generation();
  }
}
