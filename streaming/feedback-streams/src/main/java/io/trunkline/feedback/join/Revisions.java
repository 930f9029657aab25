package io.trunkline.feedback.join;

import io.trunkline.schemas.avro.EventText;
import io.trunkline.schemas.avro.Feedback;
import io.trunkline.schemas.avro.FeedbackRecord;
import io.trunkline.schemas.avro.HeldFeedback;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The words of one source on one event and task, of which the latest holds. */
final class Revisions {
  private Revisions() {}

  /**
   * Whether a word takes the place of one that came before it: not if it was given earlier, and not
   * if it says the same once more. Of two given at one time the one that comes later holds.
   */
  static boolean replaces(Feedback said, HeldFeedback held) {
    int order = said.getGivenAt().compareTo(held.getGivenAt());
    return order > 0 || (order == 0 && !saysTheSame(said, held));
  }

  /** That word as it is held, waiting to be accepted. Its source's own text is kept. */
  static HeldFeedback next(Feedback said, FeedbackRecord origin, @Nullable HeldFeedback earlier) {
    return new HeldFeedback(
        said.getTask(),
        said.getSource(),
        said.getValue(),
        said.getGivenAt(),
        said.getSolicited(),
        ownText(said, earlier),
        origin);
  }

  /** The same, no longer waiting. */
  static HeldFeedback accepted(HeldFeedback held) {
    return new HeldFeedback(
        held.getTask(),
        held.getSource(),
        held.getValue(),
        held.getGivenAt(),
        held.getSolicited(),
        held.getOwnText(),
        null);
  }

  private static boolean saysTheSame(Feedback said, HeldFeedback held) {
    return said.getValue().equals(held.getValue())
        && said.getSolicited() == held.getSolicited()
        && Objects.equals(ownText(said, held), held.getOwnText());
  }

  private static @Nullable EventText ownText(Feedback said, @Nullable HeldFeedback earlier) {
    if (said.getText() != null) {
      return new EventText(said.getText(), said.getAttributes());
    }
    return earlier == null ? null : earlier.getOwnText();
  }
}
