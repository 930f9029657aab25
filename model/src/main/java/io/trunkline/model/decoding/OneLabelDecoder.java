package io.trunkline.model.decoding;

import io.trunkline.model.Calibration;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.Task;
import io.trunkline.model.text.Token;
import java.util.ArrayList;
import java.util.List;

/** Softmax over the labels. */
record OneLabelDecoder(Task task, Calibration calibration) implements Decoder {
  @Override
  public Prediction decode(float[] outputs, List<Token> tokens) {
    List<String> labels = task.labels();
    double[] probabilities =
        Probabilities.softmax(outputs, 0, labels.size(), calibration.temperature());
    List<ScoredLabel> ranking = new ArrayList<>(labels.size());
    for (int label : Ranking.of(outputs, labels.size())) {
      ranking.add(new ScoredLabel(labels.get(label), probabilities[label]));
    }
    return new Prediction.OneLabel(
        task.name(), ranking, Confidence.ofRanking(ranking) < calibration.abstainBelow());
  }
}
