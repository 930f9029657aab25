package io.trunkline.tagging.learner;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trunkline.model.gate.GateReport;
import io.trunkline.model.learning.Round;
import io.trunkline.tagging.learner.rounds.GatedModel;
import io.trunkline.tagging.learner.rounds.PlannedRound;
import io.trunkline.tagging.learner.rounds.RoundRunner;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * Runs no rounds, but says what it was asked for. The digest of a round is that of what it depends
 * on, and that of its model another hash of the same.
 */
final class FakeRounds implements RoundRunner {
  private static final long serialVersionUID = 1L;

  private final String release;
  private final transient List<PlannedRound> runs = new CopyOnWriteArrayList<>();
  private transient volatile CountDownLatch gate = new CountDownLatch(0);
  private transient volatile boolean accepts = true;
  private transient volatile int failures;
  private transient volatile Map<String, Map<String, Integer>> answers = Map.of();

  FakeRounds() {
    this("a release");
  }

  /** Names rounds as another release would. */
  FakeRounds(String release) {
    this.release = release;
  }

  @Override
  public String digest(Round round) {
    return sha256(release + round);
  }

  @Override
  public GatedModel run(PlannedRound planned, Runnable afterStep) throws Exception {
    running(planned);
    gate.await();
    afterStep.run();
    if (failures > 0) {
      failures--;
      throw new IOException("the store\nis away");
    }
    String reason = accepts ? "better" : "worse";
    return new GatedModel(
        modelOf(planned.digest()), new GateReport(accepts, reason, List.of(), answers));
  }

  private synchronized void running(PlannedRound planned) {
    runs.add(planned);
    notifyAll();
  }

  /** Waits until a round is run. */
  synchronized void awaitRun() throws InterruptedException {
    while (runs.isEmpty()) {
      wait();
    }
  }

  /** The digest of the model that a round makes. */
  static String modelOf(String round) {
    return sha256("model of " + round);
  }

  /** Lets no candidate pass. */
  void reject() {
    accepts = false;
  }

  /** Has candidates give such labels at the gate. */
  void answer(Map<String, Map<String, Integer>> atGate) {
    answers = atGate;
  }

  /** Fails so many times. */
  void fail(int times) {
    failures = times;
  }

  /** Makes rounds wait until the gate returned is counted down. */
  CountDownLatch hold() {
    gate = new CountDownLatch(1);
    return gate;
  }

  /** What was run, in order. */
  List<PlannedRound> runs() {
    return runs;
  }

  private static String sha256(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
