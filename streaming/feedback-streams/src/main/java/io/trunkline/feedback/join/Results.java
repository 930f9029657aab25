package io.trunkline.feedback.join;

import io.trunkline.feedback.intake.DeadLetters;
import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.schemas.avro.EventLabel;
import io.trunkline.schemas.avro.EventText;
import io.trunkline.schemas.avro.FeedbackRecord;
import io.trunkline.schemas.avro.HeldFeedback;
import io.trunkline.schemas.avro.Judgement;
import io.trunkline.schemas.avro.LabelledExample;
import io.trunkline.schemas.avro.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What follows from something heard of an event, in order. */
final class Results {
  private final String id;
  private final Instant now;
  private final JoinRules rules;
  private final List<SpecificRecord> records = new ArrayList<>();

  Results(String id, Instant now, JoinRules rules) {
    this.id = id;
    this.now = now;
    this.rules = rules;
  }

  /** {@link LabelledExample}s, {@link Judgement}s and {@link DeadLetter}s. */
  List<SpecificRecord> records() {
    return records;
  }

  /** The key under which a result leaves. */
  static String key(SpecificRecord result) {
    if (result instanceof Judgement judgement) {
      return judgement.getTask();
    }
    if (result instanceof DeadLetter letter) {
      return DeadLetters.key(letter);
    }
    return ((LabelledExample) result).getEventId();
  }

  void example(HeldFeedback held, EventText text) {
    records.add(
        new LabelledExample(
            id,
            text.getText(),
            text.getAttributes(),
            Map.of(held.getTask(), held.getValue()),
            held.getSource(),
            held.getGivenAt(),
            held.getSolicited()));
  }

  /** A judgement of a label, in the place of an earlier one by the same source where it has one. */
  void judgement(EventLabel label, @Nullable HeldFeedback earlier, HeldFeedback held) {
    Outcome before = earlier == null ? null : outcome(label, earlier);
    Outcome after = outcome(label, held);
    if (before != null || after != null) {
      records.add(
          new Judgement(
              id,
              held.getSource(),
              label.getTask(),
              label.getModelDigest(),
              label.getGeneration(),
              now,
              before,
              after));
    }
  }

  /**
   * A dead letter.
   *
   * @param reason with places for the event's id and the time to live
   */
  void unjoined(FeedbackRecord origin, String reason) {
    String message = reason.formatted(id, rules.timeToLive());
    records.add(rules.deadLetters().unusable(origin, "join", message, now));
  }

  private @Nullable Outcome outcome(EventLabel label, HeldFeedback held) {
    return rules.outcomes().of(label.getValue(), held.getValue(), held.getSolicited());
  }
}
