package io.trunkline.tagging.learner;

import io.trunkline.model.ModelVersion;
import io.trunkline.tagging.learner.InFlight.Cause;
import io.trunkline.tagging.models.Announcement;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The version that serves, and the one writer of the models topic. Only one announcement is on its
 * way at a time: until it is read back, nobody knows what the next one would replace.
 */
final class Versions {
  private static final Logger LOG = LoggerFactory.getLogger(Versions.class);
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final LearnerState state;
  private final Outbox out;

  private Announcement serving;
  private @Nullable InFlight announced;

  private Versions(LearnerState state, Outbox out, Announcement serving) throws Exception {
    this.state = state;
    this.out = out;
    this.serving = serving;
    // It may have been committed while the job was down, and is still to be read.
    long now = out.now().toEpochMilli();
    this.announced = state.announced().one().map(before -> before.emittedAt(now)).orElse(null);
  }

  /**
   * The versions at the start.
   *
   * @param start what serves where no announcement is remembered
   */
  static Versions open(LearnerState state, Outbox out, Announcement start) throws Exception {
    // An older one counts too: what was announced since is read from the topic, in its order. The
    // start model may have been configured anew, without ever being announced.
    Announcement serving =
        state
            .serving()
            .one()
            .filter(remembered -> remembered.generation() != start.generation())
            .orElse(start);
    return new Versions(state, out, serving);
  }

  ModelVersion serving() {
    return serving.version();
  }

  /** Whether no announcement is on its way. */
  boolean areSettled() {
    return announced == null;
  }

  /** Announces a model in the place of the one that serves. */
  void announce(String digest, String by, String note, Cause cause) {
    out.announce(digest, by, note);
    announced =
        new InFlight(digest, by, note, cause, serving.generation(), out.now().toEpochMilli());
  }

  /**
   * Announces again what was not read back for longer than a broker keeps a transaction open: then
   * the job was down for as long, and the transaction with the announcement in it is lost.
   */
  void announceIfLost() {
    if (announced == null || announced.since() + PATIENCE.toMillis() > out.now().toEpochMilli()) {
      return;
    }
    LOG.warn("The announcement of {} was lost", announced.digest());
    InFlight lost = announced;
    announced = null;
    if (lost.replaces() == serving.generation()) {
      announce(lost.digest(), lost.by(), lost.note(), lost.cause());
    }
  }

  /**
   * Takes note of an announcement that was read.
   *
   * @return what it changes; empty if it is not newer than the version that serves
   */
  Optional<Change> read(Announcement announcement) {
    if (announcement.generation() <= serving.generation()) {
      return Optional.empty();
    }
    ModelVersion before = serving.version();
    serving = announcement;
    return Optional.of(new Change(before, serving.version(), cause(serving.version())));
  }

  private Cause cause(ModelVersion version) {
    if (announced == null || !announced.digest().equals(version.digest())) {
      return Cause.OTHER;
    }
    Cause cause = announced.cause();
    announced = null;
    return cause;
  }

  void remember() throws Exception {
    state.serving().replaceBy(Optional.of(serving));
    state.announced().replaceBy(Optional.ofNullable(announced));
  }

  /**
   * Another version serves.
   *
   * @param before the one that served
   * @param after the one that does now
   * @param cause why
   */
  record Change(ModelVersion before, ModelVersion after, Cause cause) {}
}
