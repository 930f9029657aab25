package io.trunkline.tagging.format;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one format of the questions topic. Confined to one thread. */
interface QuestionReader {
  /**
   * What a record's bytes say, unchecked.
   *
   * @throws InvalidQuestionException if they are of the format but a field is of a wrong type
   * @throws IOException if they are not of the format
   */
  RawQuestion read(byte[] value) throws IOException, InvalidQuestionException;

  /**
   * A question as its record says it.
   *
   * @param text what to tag; null where it is missing
   * @param id its id; null where the record has none
   * @param eventTime when it was written, in milliseconds since the epoch; null where the record
   *     does not say
   * @param attributes what else is known of it, by name
   */
  record RawQuestion(
      @Nullable String text,
      @Nullable String id,
      @Nullable Long eventTime,
      Map<String, String> attributes) {}
}
