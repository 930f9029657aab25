package io.trunkline.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * What a Flink cluster says of itself at {@code /overview}.
 *
 * @param version of Flink
 * @param slots of all TaskManagers
 * @param freeSlots how many of them have no job
 */
record FlinkOverview(String version, int slots, int freeSlots) {
  /**
   * Reads it.
   *
   * @throws IOException if it is no such answer
   */
  static FlinkOverview read(String json) throws IOException {
    JsonNode answer = new ObjectMapper().readTree(json);
    JsonNode version = answer.path("flink-version");
    JsonNode slots = answer.path("slots-total");
    if (!version.isTextual() || !slots.isInt()) {
      throw new IOException("no Flink cluster's answer");
    }
    return new FlinkOverview(
        version.asText(), slots.asInt(), answer.path("slots-available").asInt());
  }
}
