package io.trunkline.feedback.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AdwinTest {
  private static final double DELTA = 0.002;

  /**
   * How many values after a change it must be seen, by the bound itself: the first n₁ at which the
   * difference of the expected means passes it by three standard errors, and a quarter more, for
   * the nearest border between buckets may lie that far off the change.
   */
  @ParameterizedTest
  @CsvSource({"0.9, 0.6", "0.9, 0.3", "0.5, 0.9", "0.95, 0.8", "0.2, 0.5"})
  void seesAChangeWithinTheBound(double before, double after) {
    for (int seed = 1; seed <= 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Adwin adwin = new Adwin(DELTA);
      for (int i = 0; i < 2000; i++) {
        adwin.add(random.nextDouble() < before);
      }
      int delay = 1;
      int limit = latest(adwin.size(), before, after);
      Optional<Adwin.Change> change = adwin.add(random.nextDouble() < after);
      while (change.isEmpty() && delay <= limit) {
        change = adwin.add(random.nextDouble() < after);
        delay++;
      }

      assertThat(change).as("seed %d, delay %d of %d", seed, delay, limit).isPresent();
      assertThat(change.get().after() > change.get().before()).isEqualTo(after > before);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.8, 0.95, 0.99})
  void aStationaryStreamRaisesNoMoreAlarmsThanDelta(double share) {
    int alarms = 0;
    int steps = 0;
    for (int seed = 1; seed <= 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Adwin adwin = new Adwin(DELTA);
      for (int i = 0; i < 2000; i++) {
        alarms += adwin.add(random.nextDouble() < share).isPresent() ? 1 : 0;
        steps++;
      }
    }
    assertThat(alarms).isLessThanOrEqualTo((int) (DELTA * steps));
    // Far fewer, for the bound holds for all splits at once: hardly a stream in ten.
    assertThat(alarms).isLessThanOrEqualTo(10);
  }

  @Test
  void oneThatNeverChangesIsNeverCut() {
    Adwin adwin = new Adwin(DELTA);
    for (int i = 0; i < 10_000; i++) {
      assertThat(adwin.add(true)).isEmpty();
    }
    assertThat(adwin.size()).isEqualTo(10_000);
  }

  @Test
  void whatIsDroppedAndKeptIsAllThereWas() {
    Adwin adwin = new Adwin(DELTA);
    List<Adwin.Change> changes = new ArrayList<>();
    long seen = 0;
    while (changes.isEmpty()) {
      adwin.add(seen++ < 500).ifPresent(changes::add);
    }

    Adwin.Change change = changes.get(0);
    assertThat(change.judgedBefore() + change.judgedAfter()).isEqualTo(seen);
    assertThat(change.judgedAfter()).isEqualTo(adwin.size());
    assertThat(change.before()).isEqualTo(1);
    long wrong = seen - 500;
    assertThat(change.after())
        .isEqualTo((double) (change.judgedAfter() - wrong) / change.judgedAfter());
  }

  @Test
  void afterAChangeOnlyTheNewIsLeftInTheEnd() {
    Adwin adwin = new Adwin(DELTA);
    for (int i = 0; i < 4000; i++) {
      adwin.add(i < 2000);
    }
    assertThat(ones(adwin)).isLessThan(20);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 1_000, 100_000, 1_000_000})
  void memoryGrowsWithTheLogarithm(int values) {
    Adwin adwin = new Adwin(DELTA);
    for (int i = 0; i < values; i++) {
      adwin.add(i % 2 == 0);
    }
    int log = 32 - Integer.numberOfLeadingZeros(values);

    assertThat(adwin.size()).isEqualTo(values);
    assertThat(ones(adwin)).isEqualTo((values + 1) / 2);
    assertThat(adwin.rows()).hasSizeLessThanOrEqualTo(log);
    assertThat(adwin.rows()).allSatisfy(row -> assertThat(row).hasSizeBetween(1, Adwin.BUCKETS));
  }

  @Test
  void goesOnFromWhatItKnew() {
    SplittableRandom random = new SplittableRandom(5);
    Adwin through = new Adwin(DELTA);
    Adwin stored = new Adwin(DELTA);
    for (int i = 0; i < 3000; i++) {
      boolean right = random.nextDouble() < (i < 1500 ? 0.9 : 0.5);
      stored = new Adwin(DELTA, stored.rows());
      assertThat(stored.add(right)).isEqualTo(through.add(right));
    }
    assertThat(stored.rows()).isEqualTo(through.rows());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, Double.NaN})
  void refusesADeltaThatIsNoProbability(double delta) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adwin(delta))
        .withMessageContaining("(0, 1)");
  }

  private static long ones(Adwin adwin) {
    return adwin.rows().stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
  }

  private static int latest(long n0, double before, double after) {
    for (int n1 = 1; ; n1++) {
      double n = n0 + n1;
      double mean = (n0 * before + n1 * after) / n;
      double m = 1 / (1.0 / n0 + 1.0 / n1);
      double log = Math.log(2 * Math.log(n) / DELTA);
      double bound = Math.sqrt(2 / m * mean * (1 - mean) * log) + 2 / (3 * m) * log;
      double luck = 3 * Math.sqrt(after * (1 - after) / n1 + before * (1 - before) / n0);
      if (Math.abs(before - after) - luck >= bound) {
        return n1 + n1 / 4;
      }
    }
  }
}
