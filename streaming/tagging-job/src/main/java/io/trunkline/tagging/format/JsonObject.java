package io.trunkline.tagging.format;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A JSON object that is filled by pointers: the objects on the way are made as needed. */
final class JsonObject {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final ObjectNode root = MAPPER.createObjectNode();

  /** Puts a value where the pointer leads; every step is the name of a field, even a number. */
  void put(@Nullable JsonPointer pointer, JsonNode value) {
    if (pointer == null) {
      return;
    }
    ObjectNode parent = root.withObject(pointer.head(), JsonNode.OverwriteMode.NULLS, false);
    parent.set(pointer.last().getMatchingProperty(), value);
  }

  byte[] toBytes() {
    try {
      return MAPPER.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }
}
