package io.trunkline.tagging;

import static io.trunkline.tagging.models.Announcements.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.trunkline.model.LabelValue;
import io.trunkline.model.ModelVersion;
import io.trunkline.tagging.models.FakeModels;
import io.trunkline.tagging.models.ModelReport;
import io.trunkline.tagging.models.ModelReport.State;
import io.trunkline.tagging.records.Label;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How an operator changes its model. */
@Timeout(60)
final class ModelSwitchingTest {
  private final FakeModels models = new FakeModels();
  private TaggingHarness operator;

  @BeforeEach
  void open() throws Exception {
    operator = TaggingHarness.of(models).opened();
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void switchesBetweenTwoBatchesAfterTaggingWhatItHeld() throws Exception {
    operator.ask("a");
    operator.announce(5, '5');
    operator.ask("b");
    operator.await(State.SERVING, 5);
    operator.ask("c", "d", "e");

    assertThat(operator.labels())
        .filteredOn(label -> label.task().equals("intent"))
        .extracting(
            label -> ((LabelValue.One) label.prediction().value()).label(),
            label -> label.model().generation(),
            Label::batch)
        .containsExactly(
            tuple("3 says a", 3L, 0L),
            tuple("3 says b", 3L, 0L),
            tuple("5 says c", 5L, 1L),
            tuple("5 says d", 5L, 1L),
            tuple("5 says e", 5L, 1L));
  }

  @Test
  void closesTheModelThatServedBefore() throws Exception {
    operator.announce(5, '5');
    operator.await(State.SERVING, 5);
    assertThat(models.open()).containsExactly('5');
  }

  @Test
  void reportsEveryModelThatServes() throws Exception {
    operator.setProcessingTime(1_234);
    operator.announce(5, '5');
    operator.await(State.SERVING, 5);

    assertThat(operator.reports())
        .extracting(ModelReport::model, ModelReport::state, ModelReport::attempt)
        .containsExactly(
            tuple(new ModelVersion(digest('3'), 3), State.SERVING, 1),
            tuple(new ModelVersion(digest('5'), 5), State.SERVING, 1));
    assertThat(operator.reports().get(1).reportedAt()).isEqualTo(1_234);
  }

  @Test
  void ignoresAnnouncementsThatAreNotNewer() throws Exception {
    operator.announce(5, '5');
    operator.announce(4, '4');
    operator.announce(5, '6');
    operator.await(State.SERVING, 5);
    operator.announce(5, '7');
    operator.announce(2, '2');
    operator.close();

    assertThat(models.loads()).containsExactly('3', '5');
  }

  @Test
  void aNewerAnnouncementSupersedesTheOneThatIsBeingLoaded() throws Exception {
    CountDownLatch gate = models.hold();
    operator.announce(5, '5');
    models.awaitLoadOf('5');
    operator.announce(6, '6');
    gate.countDown();
    operator.await(State.SERVING, 6);

    assertThat(operator.reports())
        .extracting(report -> report.model().generation())
        .containsExactly(3L, 6L);
    assertThat(models.loads()).containsExactly('3', '5', '6');
    assertThat(models.open()).containsExactly('6');
  }

  @Test
  void aModelThatCannotBeLoadedLeavesTheOneBeforeServing() throws Exception {
    models.breaks('5');
    operator.announce(5, '5');
    operator.await(State.FAILED, 5);
    operator.ask("a", "b", "c");

    assertThat(operator.labels()).isNotEmpty().allMatch(label -> label.model().generation() == 3);
    assertThat(operator.reports().get(1).message()).isEqualTo("model 5 is broken");
  }

  @Test
  void aModelThatCannotBeLoadedIsTriedAgainUntilItCan() throws Exception {
    models.breaks('5');
    operator.announce(5, '5');
    int failedAttempt = operator.await(State.FAILED, 5);
    models.mend('5');
    int attempt = operator.await(State.SERVING, 5);

    assertThat(attempt).isGreaterThan(failedAttempt);
    assertThat(models.loads()).containsOnly('3', '5').hasSize(1 + attempt);
    operator.ask("a", "b", "c");
    assertThat(operator.labels()).allMatch(label -> label.model().generation() == 5);
  }

  @Test
  void aModelThatIsReadyWhenTheTaskFailsIsClosedWithTheOneThatServes() throws Exception {
    operator.announce(5, '5');
    operator.awaitMailbox();
    assertThat(models.open()).containsExactly('3', '5');

    operator.operator().close();
    assertThat(models.open()).isEmpty();
  }

  @Test
  void aModelThatIsBeingLoadedWhenTheTaskFailsIsClosedAndItsThreadEnds() throws Exception {
    models.hold();
    operator.announce(5, '5');
    models.awaitLoadOf('5');
    List<Thread> loaders = loaderThreads();
    operator.operator().close();

    assertThat(loaders).hasSize(1).noneMatch(Thread::isAlive);
    assertThat(models.loaded()).containsExactly('3', '5');
    assertThat(models.open()).isEmpty();
  }

  private static List<Thread> loaderThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("trunkline-model-loader"))
        .toList();
  }

  @Test
  void noModelIsTakenOnceTheInputHasEnded() throws Exception {
    operator.announce(5, '5');
    operator.awaitMailbox();
    operator.operator().finish();
    operator.runMail();

    assertThat(operator.reports()).hasSize(1);
    assertThat(models.open()).containsExactly('3');
  }
}
