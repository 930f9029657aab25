package io.trunkline.model.decoding;

import io.trunkline.model.Calibration;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.Task;
import io.trunkline.model.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Softmax over the labels. */
record OneLabelDecoder(Task task, Calibration calibration) implements Decoder {
  @Override
  public Prediction decode(float[] outputs, List<Token> tokens) {
    List<String> labels = task.labels();
    double[] probabilities =
        Probabilities.softmax(outputs, 0, labels.size(), calibration.temperature());
    List<ScoredLabel> ranking = new ArrayList<>(labels.size());
    for (int i = 0; i < probabilities.length; i++) {
      ranking.add(new ScoredLabel(labels.get(i), probabilities[i]));
    }
    // A stable sort: equals stay in the order of the label set.
    ranking.sort(Comparator.comparingDouble(ScoredLabel::score).reversed());
    return new Prediction.OneLabel(
        task.name(), ranking, Confidence.ofRanking(ranking) < calibration.abstainBelow());
  }
}
