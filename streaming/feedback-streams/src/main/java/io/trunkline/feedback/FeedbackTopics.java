package io.trunkline.feedback;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The topics that the application reads and writes. All must exist, with any number of partitions.
 *
 * @param questions where events come from
 * @param labels where labels come from, by task
 * @param feedback where corrections come from
 * @param examples where corrections leave joined to their texts
 * @param deadLetters where feedback that cannot be used leaves
 * @param quality where live quality is recorded
 * @param drift where changes of it are
 */
public record FeedbackTopics(
    String questions,
    SortedMap<String, String> labels,
    String feedback,
    String examples,
    String deadLetters,
    String quality,
    String drift) {
  public FeedbackTopics {
    if (labels.isEmpty()) {
      throw new IllegalArgumentException("there are no topics of labels, expected one at least");
    }
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }
}
