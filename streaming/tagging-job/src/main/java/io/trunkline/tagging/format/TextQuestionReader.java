package io.trunkline.tagging.format;

import java.io.IOException;
import java.util.Map;

/** Reads values that are nothing but the text, in UTF-8. */
final class TextQuestionReader implements QuestionReader {
  @Override
  public RawQuestion read(byte[] value) throws IOException {
    return new RawQuestion(Utf8.decode(value), null, null, Map.of());
  }
}
