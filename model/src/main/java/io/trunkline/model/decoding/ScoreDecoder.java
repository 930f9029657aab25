package io.trunkline.model.decoding;

import io.trunkline.model.Calibration;
import io.trunkline.model.Prediction;
import io.trunkline.model.text.Token;
import java.util.List;

/** Back from the standardised number that the head learns to the one that people gave. */
record ScoreDecoder(String task, Calibration calibration) implements Decoder {
  @Override
  public Prediction decode(float[] outputs, int from, int to, List<Token> tokens) {
    double number = calibration.mean() + outputs[from] * calibration.deviation();
    return new Prediction.Score(task, number, false);
  }
}
