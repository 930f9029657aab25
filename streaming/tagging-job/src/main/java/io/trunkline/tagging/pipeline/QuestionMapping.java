package io.trunkline.tagging.pipeline;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where a JSON record holds what is needed of a question, as JSON pointers (RFC 6901).
 *
 * @param text what to tag
 * @param id the question's id; null, or nothing there: derived from topic, partition and offset
 * @param eventTime when it was written; null, or nothing there: the record's own timestamp
 * @param attributes what else is known of it, an object of strings; null, or nothing there: nothing
 */
public record QuestionMapping(
    JsonPointer text,
    @Nullable JsonPointer id,
    @Nullable JsonPointer eventTime,
    @Nullable JsonPointer attributes)
    implements Serializable {

  static final QuestionMapping DEFAULT =
      new QuestionMapping(
          JsonPointer.compile("/text"),
          JsonPointer.compile("/id"),
          JsonPointer.compile("/eventTime"),
          JsonPointer.compile("/attributes"));

  static QuestionMapping read(Section section) {
    return new QuestionMapping(
        section.get("text", DEFAULT.text, Pointers.REQUIRED),
        Pointers.optional(section, "id", DEFAULT.id),
        Pointers.optional(section, "eventTime", DEFAULT.eventTime),
        Pointers.optional(section, "attributes", DEFAULT.attributes));
  }
}
