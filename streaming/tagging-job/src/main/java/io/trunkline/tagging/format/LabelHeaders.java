package io.trunkline.tagging.format;

import io.trunkline.tagging.records.Label;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** The Kafka headers of a label's record, the same in every format: decimal numbers as text. */
public final class LabelHeaders {
  /** The subtask of the tagging operator that made it, from 0. */
  public static final String SUBTASK = "trunkline-subtask";

  /** The micro-batch it was tagged in, from 0 within that subtask's run. */
  public static final String BATCH = "trunkline-batch";

  /** The generation of the model that made it. */
  public static final String GENERATION = "trunkline-generation";

  private LabelHeaders() {}

  static List<Header> of(Label label) {
    return List.of(
        header(SUBTASK, label.subtask()),
        header(BATCH, label.batch()),
        header(GENERATION, label.model().generation()));
  }

  private static Header header(String name, long value) {
    return new RecordHeader(name, Long.toString(value).getBytes(StandardCharsets.US_ASCII));
  }
}
