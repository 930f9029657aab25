package io.trunkline.feedback.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trunkline.schemas.avro.Feedback;
import io.trunkline.schemas.avro.LabelledSpan;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.Score;
import io.trunkline.schemas.avro.SeveralLabels;
import io.trunkline.schemas.avro.Spans;
import java.util.List;

/**
 * What makes feedback usable: an event id, a task and a value that could be right for some text.
 * Whether the task exists and knows the label is for the learner to say, whose model may grow.
 */
final class FeedbackRules {
  /** They become Kafka keys, or parts of them. Bytes of UTF-8, as of a question's id. */
  private static final int MAX_NAME_BYTES = 1024;

  private FeedbackRules() {}

  static void check(Feedback feedback) throws InvalidFeedbackException {
    checkName("event id", feedback.getEventId());
    checkName("task", feedback.getTask());
    if (feedback.getSource().getBytes(UTF_8).length > MAX_NAME_BYTES) {
      throw new InvalidFeedbackException(
          "the source is too long, expected at most " + MAX_NAME_BYTES + " bytes");
    }
    if (feedback.getText() != null && feedback.getText().isBlank()) {
      throw new InvalidFeedbackException("the text is blank, expected a text or none");
    }
    checkValue(feedback.getValue());
  }

  private static void checkValue(Object value) throws InvalidFeedbackException {
    if (value instanceof OneLabel one) {
      checkName("label", one.getLabel());
    } else if (value instanceof SeveralLabels several) {
      for (OneLabel label : several.getLabels()) {
        checkName("label", label.getLabel());
      }
    } else if (value instanceof Spans spans) {
      checkSpans(spans.getSpans());
    } else if (value instanceof Score score && !Double.isFinite(score.getValue())) {
      throw new InvalidFeedbackException(
          "the score is " + score.getValue() + ", expected a finite number");
    }
  }

  private static void checkSpans(List<LabelledSpan> spans) throws InvalidFeedbackException {
    int free = 0;
    for (LabelledSpan span : spans) {
      checkName("label", span.getLabel());
      if (span.getStart() < free || span.getEnd() <= span.getStart()) {
        throw new InvalidFeedbackException(
            "a span reaches from %d to %d, expected one that starts at %d or later and ends behind its start"
                .formatted(span.getStart(), span.getEnd(), free));
      }
      free = span.getEnd();
    }
  }

  private static void checkName(String what, String name) throws InvalidFeedbackException {
    if (name.isBlank()) {
      throw new InvalidFeedbackException("the " + what + " is blank, expected a name");
    }
    if (name.codePoints().anyMatch(Character::isISOControl)) {
      throw new InvalidFeedbackException(
          "the " + what + " has a control character, expected a name without");
    }
    if (name.getBytes(UTF_8).length > MAX_NAME_BYTES) {
      throw new InvalidFeedbackException(
          "the " + what + " is too long, expected at most " + MAX_NAME_BYTES + " bytes");
    }
  }
}
