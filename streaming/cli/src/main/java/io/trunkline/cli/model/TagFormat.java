package io.trunkline.cli.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.cli.terminal.PredictionText;
import io.trunkline.model.Example;
import io.trunkline.model.Prediction;
import io.trunkline.model.Tagging;
import io.trunkline.tagging.format.PredictionJson;
import org.jspecify.annotations.Nullable;

/** How the answers to one text are printed. */
enum TagFormat {
  /** {@code TASK=ANSWER} a task, see {@link PredictionText}, and the text, separated by tabs. */
  TABS {
    @Override
    String line(Example asked, @Nullable Tagging tagging) {
      StringBuilder line = new StringBuilder();
      if (tagging != null) {
        for (Prediction prediction : tagging.predictions()) {
          line.append(prediction.task()).append('=').append(PredictionText.of(prediction));
          line.append('\t');
        }
      }
      return line.append(asked.text().replaceAll("\\p{Cntrl}", " ")).toString();
    }
  },

  /** A JSON object. */
  JSON {
    @Override
    String line(Example asked, @Nullable Tagging tagging) {
      ObjectNode line = JsonNodeFactory.instance.objectNode();
      if (!asked.id().isEmpty()) {
        line.put("id", asked.id());
      }
      line.put("text", asked.text());
      ObjectNode labels = line.putObject("labels");
      if (tagging != null) {
        tagging.predictions().forEach(prediction -> put(prediction, labels));
        line.put("outOfScope", tagging.outOfScope());
      }
      return line.toString();
    }
  };

  /**
   * The line for one text.
   *
   * @param tagging what the model says of it; null of a blank text
   */
  abstract String line(Example asked, @Nullable Tagging tagging);

  private static void put(Prediction prediction, ObjectNode labels) {
    ObjectNode label = labels.putObject(prediction.task());
    label.set("label", PredictionJson.value(prediction));
    if (!(prediction instanceof Prediction.Score)) {
      label.set("score", PredictionJson.scores(prediction));
    }
    label.put("abstained", prediction.abstained());
  }
}
