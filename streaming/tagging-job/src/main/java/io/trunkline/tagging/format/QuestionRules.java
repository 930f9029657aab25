package io.trunkline.tagging.format;

import io.trunkline.model.Text;
import io.trunkline.tagging.format.QuestionReader.RawQuestion;
import io.trunkline.tagging.records.Question;
import io.trunkline.tagging.records.SourceRecord;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;

/**
 * What makes a question. Its text is not blank and not longer than the pipeline allows, its id not
 * blank and at most {@link #MAX_ID_BYTES} long, its event time between the years 1970 and 9999, its
 * attributes at most {@link #MAX_ATTRIBUTES}, their names and values no longer than {@link
 * #MAX_ATTRIBUTE_BYTES} each.
 *
 * @param maxTextBytes the longest text in bytes of UTF-8
 */
record QuestionRules(int maxTextBytes) implements Serializable {
  /** Ids become Kafka keys, which are held in memory in number. Bytes of UTF-8. */
  static final int MAX_ID_BYTES = 1024;

  /** Attributes are facts about a text, not texts: more of them is a mistake. */
  static final int MAX_ATTRIBUTES = 64;

  /** Bytes of UTF-8. */
  static final int MAX_ATTRIBUTE_BYTES = 1024;

  private static final long END_OF_TIME = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

  /**
   * The question that a record holds. Where the record has no id, one is derived that is the same
   * whenever the record is read again: topic, partition and offset, joined by hyphens.
   *
   * @param timestamp the record's own, the event time of a question that says none
   */
  Question check(RawQuestion raw, long timestamp, SourceRecord origin)
      throws InvalidQuestionException {
    if (raw.text() == null) {
      throw new InvalidQuestionException("the text is missing, expected a text to tag");
    }
    checkText("text", raw.text(), maxTextBytes);
    if (raw.id() != null) {
      checkText("id", raw.id(), MAX_ID_BYTES);
    }
    long eventTime = raw.eventTime() == null ? timestamp : raw.eventTime();
    if (eventTime < 0 || eventTime > END_OF_TIME) {
      throw new InvalidQuestionException(
          "the event time is "
              + eventTime
              + ", expected milliseconds since 1970 that end before the year 10000");
    }
    checkAttributes(raw.attributes());
    String id = raw.id() == null ? origin.address() : raw.id();
    return new Question(id, new Text(raw.text(), raw.attributes()), eventTime, origin);
  }

  private static void checkAttributes(Map<String, String> attributes)
      throws InvalidQuestionException {
    if (attributes.size() > MAX_ATTRIBUTES) {
      throw new InvalidQuestionException(
          "there are " + attributes.size() + " attributes, expected at most " + MAX_ATTRIBUTES);
    }
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      checkText("name of an attribute", attribute.getKey(), MAX_ATTRIBUTE_BYTES);
      checkLength(
          "value of attribute " + attribute.getKey(), attribute.getValue(), MAX_ATTRIBUTE_BYTES);
    }
  }

  private static void checkText(String what, String text, int maxBytes)
      throws InvalidQuestionException {
    if (text.codePoints().noneMatch(QuestionRules::isVisible)) {
      throw new InvalidQuestionException("the " + what + " is blank, expected something in it");
    }
    checkLength(what, text, maxBytes);
  }

  private static void checkLength(String what, String text, int maxBytes)
      throws InvalidQuestionException {
    long bytes = Utf8.length(text);
    if (bytes == Utf8.UNPAIRED_SURROGATE) {
      throw new InvalidQuestionException(
          "the " + what + " has an unpaired surrogate, expected Unicode text");
    }
    if (bytes > maxBytes) {
      throw new InvalidQuestionException(
          "the " + what + " has " + bytes + " bytes, expected at most " + maxBytes);
    }
  }

  /** Narrower than {@link String#isBlank}, for which a no-break or zero-width space is a text. */
  private static boolean isVisible(int character) {
    return !Character.isWhitespace(character)
        && !Character.isSpaceChar(character)
        && !Character.isISOControl(character)
        && Character.getType(character) != Character.FORMAT;
  }
}
