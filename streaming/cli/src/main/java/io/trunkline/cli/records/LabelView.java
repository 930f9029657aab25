package io.trunkline.cli.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.tagging.format.DecodedLabel;
import io.trunkline.tagging.format.LabelDecoder;
import io.trunkline.tagging.pipeline.Labels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Shows labels: the question's id, the label with its score, and what came next. */
final class LabelView implements RecordView {
  private final LabelDecoder decoder;

  LabelView(Labels labels) {
    decoder = new LabelDecoder(labels);
  }

  @Override
  public void describe(ConsumerRecord<byte[], byte[]> record, ObjectNode into) throws IOException {
    DecodedLabel label = decoder.decode(record);
    into.put("eventId", label.eventId()).put("task", label.task()).put("label", label.label());
    into.put("score", label.score());
    ArrayNode alternatives = into.putArray("alternatives");
    label
        .alternatives()
        .forEach(
            other ->
                alternatives.addObject().put("label", other.label()).put("score", other.score()));
    into.put("modelDigest", label.modelDigest()).put("generation", label.generation());
  }

  @Override
  public String line(ObjectNode label) {
    StringBuilder line = new StringBuilder(label.path("eventId").asText()).append('\t');
    line.append(scored(label));
    List<String> others = new ArrayList<>();
    label.path("alternatives").forEach(other -> others.add(scored(other)));
    if (!others.isEmpty()) {
      line.append("\t(").append(String.join(", ", others)).append(')');
    }
    return line.toString();
  }

  private static String scored(JsonNode label) {
    JsonNode score = label.path("score");
    String name = label.path("label").asText();
    return score.isNumber() ? String.format(Locale.ROOT, "%s %.2f", name, score.asDouble()) : name;
  }
}
