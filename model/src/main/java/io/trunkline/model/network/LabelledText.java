package io.trunkline.model.network;

import io.trunkline.model.text.EncodedText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text to learn from.
 *
 * @param text as the network reads it
 * @param targets one a task, in the order of the tasks; null where the right answer is not known
 */
public record LabelledText(EncodedText text, List<@Nullable Target> targets) {
  public LabelledText {
    // Not List.copyOf: it allows no null.
    targets = Collections.unmodifiableList(new ArrayList<>(targets));
  }

  /** Whether it is labelled for any task. */
  public boolean hasLabel() {
    return targets.stream().anyMatch(Objects::nonNull);
  }
}
