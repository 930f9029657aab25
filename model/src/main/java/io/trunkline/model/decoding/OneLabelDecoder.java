package io.trunkline.model.decoding;

import io.trunkline.model.Calibration;
import io.trunkline.model.Prediction;
import io.trunkline.model.Ranking;
import io.trunkline.model.Task;
import io.trunkline.model.text.Token;
import java.util.List;

/** Softmax over the labels. */
record OneLabelDecoder(Task task, Calibration calibration) implements Decoder {
  @Override
  public Prediction decode(float[] outputs, int from, int to, List<Token> tokens) {
    Ranking ranking = new Ranking(task.labels(), outputs, from, calibration.temperature());
    return new Prediction.OneLabel(
        task.name(), ranking, ranking.confidence() < calibration.abstainBelow());
  }
}
