package io.trunkline.cli.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.model.Example;
import io.trunkline.model.Prediction;
import java.util.List;
import java.util.Locale;

/** How the answers to one text are printed. */
enum TagFormat {
  /** {@code TASK=LABEL SCORE} a task and the text, separated by tabs. */
  TABS {
    @Override
    String line(Example asked, List<Prediction> predictions) {
      StringBuilder line = new StringBuilder();
      for (Prediction prediction : predictions) {
        line.append(
            String.format(
                Locale.ROOT,
                "%s=%s %.3f\t",
                prediction.task(),
                prediction.best().label(),
                prediction.best().score()));
      }
      return line.append(asked.text().replaceAll("\\p{Cntrl}", " ")).toString();
    }
  },

  /** A JSON object. */
  JSON {
    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    String line(Example asked, List<Prediction> predictions) {
      ObjectNode line = JsonNodeFactory.instance.objectNode();
      if (!asked.id().isEmpty()) {
        line.put("id", asked.id());
      }
      line.put("text", asked.text());
      ObjectNode labels = line.putObject("labels");
      for (Prediction prediction : predictions) {
        labels
            .putObject(prediction.task())
            .put("label", prediction.best().label())
            .put("score", prediction.best().score());
      }
      try {
        return mapper.writeValueAsString(line);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a tree of strings and numbers is always JSON", e);
      }
    }
  };

  abstract String line(Example asked, List<Prediction> predictions);
}
