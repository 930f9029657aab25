package io.trunkline.tagging.pipeline;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a JSON record gets what is known of a label, as JSON pointers (RFC 6901) whose steps are
 * all names of object fields. What has no pointer is left out.
 *
 * @param eventId the question's id
 * @param task the task's name
 * @param label the answer: a string (one label), an array of strings (several), an array of {@code
 *     {"start", "end", "label"}} (spans) or a number (a score)
 * @param score its probability, a number in [0, 1], or an array of one for each label or span of
 *     the answer; nothing of a score task
 * @param alternatives the labels that came next: an array of {@code {"label", "score"}}; nothing of
 *     a score task
 * @param abstained true where the model is too unsure for the answer to be used
 * @param outOfScope how unlike the training texts the question is, a number
 * @param modelDigest the digest of the model that made it
 * @param generation that model's generation, a number
 * @param producedAt when it was made, a number of milliseconds since the epoch
 */
public record LabelMapping(
    @Nullable JsonPointer eventId,
    @Nullable JsonPointer task,
    JsonPointer label,
    @Nullable JsonPointer score,
    @Nullable JsonPointer alternatives,
    @Nullable JsonPointer abstained,
    @Nullable JsonPointer outOfScope,
    @Nullable JsonPointer modelDigest,
    @Nullable JsonPointer generation,
    @Nullable JsonPointer producedAt)
    implements Serializable {

  static final LabelMapping DEFAULT =
      new LabelMapping(
          JsonPointer.compile("/eventId"),
          JsonPointer.compile("/task"),
          JsonPointer.compile("/label"),
          JsonPointer.compile("/score"),
          JsonPointer.compile("/alternatives"),
          JsonPointer.compile("/abstained"),
          JsonPointer.compile("/outOfScope"),
          JsonPointer.compile("/modelDigest"),
          JsonPointer.compile("/generation"),
          JsonPointer.compile("/producedAt"));

  static LabelMapping read(Section section) {
    LabelMapping mapping =
        new LabelMapping(
            Pointers.optional(section, "eventId", DEFAULT.eventId),
            Pointers.optional(section, "task", DEFAULT.task),
            section.get("label", DEFAULT.label, Pointers.REQUIRED),
            Pointers.optional(section, "score", DEFAULT.score),
            Pointers.optional(section, "alternatives", DEFAULT.alternatives),
            Pointers.optional(section, "abstained", DEFAULT.abstained),
            Pointers.optional(section, "outOfScope", DEFAULT.outOfScope),
            Pointers.optional(section, "modelDigest", DEFAULT.modelDigest),
            Pointers.optional(section, "generation", DEFAULT.generation),
            Pointers.optional(section, "producedAt", DEFAULT.producedAt));
    checkApart(section, mapping.byField());
    return mapping;
  }

  private static void checkApart(Section section, Map<String, JsonPointer> pointers) {
    pointers.forEach(
        (field, pointer) ->
            pointers.forEach(
                (other, outer) -> {
                  if (!field.equals(other) && (pointer + "/").startsWith(outer + "/")) {
                    throw section.invalid(
                        field,
                        "'"
                            + pointer
                            + "' lies at or within "
                            + other
                            + ", expected its own place");
                  }
                }));
  }

  private Map<String, JsonPointer> byField() {
    Map<String, JsonPointer> pointers = new LinkedHashMap<>();
    put(pointers, "eventId", eventId);
    put(pointers, "task", task);
    put(pointers, "score", score);
    put(pointers, "alternatives", alternatives);
    put(pointers, "abstained", abstained);
    put(pointers, "outOfScope", outOfScope);
    put(pointers, "modelDigest", modelDigest);
    put(pointers, "generation", generation);
    put(pointers, "producedAt", producedAt);
    pointers.put("label", label);
    return pointers;
  }

  private static void put(
      Map<String, JsonPointer> pointers, String field, @Nullable JsonPointer pointer) {
    if (pointer != null) {
      pointers.put(field, pointer);
    }
  }
}
