package io.trunkline.tagging.format;

import io.trunkline.model.TaskKind;
import io.trunkline.tagging.records.Label;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The Kafka headers of a label's record, the same in every format: the kind by name, numbers in
 * decimal, as text. Those of one batch are made once. Confined to one thread.
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

  private static final Map<TaskKind, Header> KINDS = new EnumMap<>(TaskKind.class);

  static {
    for (TaskKind kind : TaskKind.values()) {
      KINDS.put(kind, header(KIND, kind.title()));
    }
  }

  private int subtask = -1;
  private long batch = -1;
  private long generation = -1;
  private final Header[] ofBatch = new Header[3];

  LabelHeaders() {}

  /** The headers of a label. */
  List<Header> of(Label label) {
    if (ofBatch[0] == null
        || label.subtask() != subtask
        || label.batch() != batch
        || label.model().generation() != generation) {
      subtask = label.subtask();
      batch = label.batch();
      generation = label.model().generation();
      ofBatch[0] = number(SUBTASK, subtask);
      ofBatch[1] = number(BATCH, batch);
      ofBatch[2] = number(GENERATION, generation);
    }
    Header kind = Objects.requireNonNull(KINDS.get(label.prediction().kind()));
    return List.of(ofBatch[0], ofBatch[1], ofBatch[2], kind);
  }

  private static Header number(String name, long value) {
    return header(name, Long.toString(value));
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.US_ASCII));
  }
}
