package io.trunkline.feedback.join;

import io.trunkline.schemas.avro.EventLabel;
import io.trunkline.schemas.avro.EventState;
import io.trunkline.schemas.avro.EventText;
import io.trunkline.schemas.avro.Feedback;
import io.trunkline.schemas.avro.FeedbackRecord;
import io.trunkline.schemas.avro.HeldFeedback;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An event and what follows from each thing that is heard of it. Feedback is accepted once a text
 * is known for it; only accepted feedback makes examples and judges labels.
 */
final class Event {
  private static final Logger LOG = LoggerFactory.getLogger(Event.class);

  private final String id;
  private final Instant expiresAt;
  private final List<EventLabel> labels;
  private final List<HeldFeedback> feedback;
  private final Results results;
  private @Nullable EventText text;
  private boolean expired;

  /**
   * @param state what was known of it; null where nothing was
   * @param keptUntil when it may be forgotten, unless it is to be kept longer already
   */
  Event(String id, @Nullable EventState state, Instant keptUntil, Results results) {
    this.id = id;
    this.results = results;
    this.expiresAt =
        state == null || state.getExpiresAt().isBefore(keptUntil)
            ? keptUntil
            : state.getExpiresAt();
    this.labels = state == null ? new ArrayList<>() : new ArrayList<>(state.getLabels());
    this.feedback = state == null ? new ArrayList<>() : new ArrayList<>(state.getFeedback());
    this.text = state == null ? null : state.getText();
    this.expired = state != null && state.getExpired();
  }

  /** Its question has come, perhaps not for the first time. */
  void asked(EventText question) {
    text = question;
    expired = false;
    feedback.replaceAll(held -> held.getParked() == null ? held : accept(held, question, null));
  }

  /** A model version has labelled it; that a version says the same again changes nothing. */
  void labelled(EventLabel label) {
    boolean known =
        labels.stream()
            .anyMatch(
                other ->
                    other.getTask().equals(label.getTask())
                        && other.getGeneration() == label.getGeneration()
                        && other.getModelDigest().equals(label.getModelDigest()));
    if (known) {
      return;
    }
    labels.add(label);
    for (HeldFeedback held : feedback) {
      if (held.getParked() == null && held.getTask().equals(label.getTask())) {
        results.judgement(label, null, held);
      }
    }
  }

  /** Somebody has said what is right; what the same source said before may be the later word. */
  void corrected(Feedback said, FeedbackRecord origin) {
    HeldFeedback earlier = heldOf(said.getTask(), said.getSource());
    if (earlier != null && !Revisions.replaces(said, earlier)) {
      LOG.debug("{} of {} says nothing newer of {}", said.getSource(), said.getTask(), id);
      return;
    }
    HeldFeedback held = Revisions.next(said, origin, earlier);
    EventText known = held.getOwnText() == null ? text : held.getOwnText();
    if (known == null && expired) {
      results.unjoined(origin, "the event '%s' has expired: nothing was heard of it for %s");
      return;
    }
    feedback.remove(earlier);
    boolean judgedBefore = earlier != null && earlier.getParked() == null;
    feedback.add(known == null ? held : accept(held, known, judgedBefore ? earlier : null));
  }

  /** Its time is up: what still waits for the question will wait no longer. */
  void expire() {
    for (HeldFeedback held : feedback) {
      if (held.getParked() != null) {
        results.unjoined(held.getParked(), "there is no event '%s': none came within %s");
      }
    }
    expired = text != null;
    text = null;
    labels.clear();
    feedback.clear();
  }

  /** Whether, its time being up, it is to be remembered that there was one. */
  boolean hasExpired() {
    return expired;
  }

  EventState state() {
    return new EventState(expiresAt, expired, text, labels, feedback);
  }

  /** What has followed from it. */
  List<SpecificRecord> results() {
    return results.records();
  }

  private HeldFeedback accept(HeldFeedback held, EventText known, @Nullable HeldFeedback earlier) {
    results.example(held, known);
    for (EventLabel label : labels) {
      if (label.getTask().equals(held.getTask())) {
        results.judgement(label, earlier, held);
      }
    }
    return Revisions.accepted(held);
  }

  private @Nullable HeldFeedback heldOf(String task, String source) {
    return feedback.stream()
        .filter(held -> held.getTask().equals(task) && held.getSource().equals(source))
        .findFirst()
        .orElse(null);
  }
}
