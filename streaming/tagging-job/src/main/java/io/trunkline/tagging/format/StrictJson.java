package io.trunkline.tagging.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * Reads one JSON value in UTF-8 from anybody. Repeated field names, anything behind the value,
 * numbers of more than a hundred digits and nesting deeper than that are refused.
 */
final class StrictJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxNumberLength(100)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /**
   * The value; a missing node where there is nothing.
   *
   * @throws IOException if the bytes are not UTF-8 or not JSON; the message is one line
   */
  static JsonNode parse(byte[] bytes) throws IOException {
    // Through a string, for Jackson alone would guess the encoding and let some bad UTF-8 pass.
    String text = Utf8.decode(bytes);
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new MalformedJsonException(e);
    }
  }
}
