package io.trunkline.tagging.format;

import io.trunkline.tagging.records.Label;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The Kafka headers of a label's record, the same in every format: the kind by name, numbers in
 * decimal, as text.
 */
public final class LabelHeaders {
  /** The subtask of the tagging operator that made it, from 0. */
  public static final String SUBTASK = "trunkline-subtask";

  /** The micro-batch it was tagged in, from 0 within that subtask's run. */
  public static final String BATCH = "trunkline-batch";

  /** The generation of the model that made it. */
  public static final String GENERATION = "trunkline-generation";

  /**
   * The kind of the task: {@code single-label}, {@code multi-label}, {@code spans}, {@code score}.
   */
  public static final String KIND = "trunkline-kind";

  private LabelHeaders() {}

  static List<Header> of(Label label) {
    return List.of(
        number(SUBTASK, label.subtask()),
        number(BATCH, label.batch()),
        number(GENERATION, label.model().generation()),
        header(KIND, label.prediction().kind().title()));
  }

  private static Header number(String name, long value) {
    return header(name, Long.toString(value));
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.US_ASCII));
  }
}
