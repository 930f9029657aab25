package io.trunkline.model.decoding;

import io.trunkline.model.Calibration;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.Task;
import io.trunkline.model.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A sigmoid a label, and for each the threshold from which it holds. */
record SeveralLabelsDecoder(Task task, Calibration calibration) implements Decoder {
  private static final Comparator<ScoredLabel> MOST_LIKELY_FIRST =
      Comparator.comparingDouble(ScoredLabel::score).reversed();

  @Override
  public Prediction decode(float[] outputs, int from, int to, List<Token> tokens) {
    List<ScoredLabel> holding = new ArrayList<>();
    List<ScoredLabel> others = new ArrayList<>();
    for (int i = 0; i < task.labels().size(); i++) {
      double probability = Probabilities.sigmoid(outputs[from + i], calibration.temperature());
      (probability >= calibration.thresholds().get(i) ? holding : others)
          .add(new ScoredLabel(task.labels().get(i), probability));
    }
    holding.sort(MOST_LIKELY_FIRST);
    others.sort(MOST_LIKELY_FIRST);
    return new Prediction.SeveralLabels(
        task.name(),
        holding,
        others,
        Confidence.ofLabels(holding, others) < calibration.abstainBelow());
  }
}
