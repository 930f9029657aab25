package io.trunkline.model.decoding;

import io.trunkline.model.Calibration;
import io.trunkline.model.Prediction;
import io.trunkline.model.Task;
import io.trunkline.model.text.Token;
import java.util.List;

/** Turns what one head says of one text into the answer to its task. May be shared by threads. */
public interface Decoder {
  /**
   * The decoder of a task.
   *
   * @param calibration the task's; a multi-label one with a threshold a label
   */
  static Decoder of(Task task, Calibration calibration) {
    return switch (task.kind()) {
      case SINGLE_LABEL -> new OneLabelDecoder(task, calibration);
      case MULTI_LABEL -> new SeveralLabelsDecoder(task, calibration);
      case SPANS -> new SpansDecoder(task, calibration);
      case SCORE -> new ScoreDecoder(task.name(), calibration);
    };
  }

  /**
   * The answer, abstained from where its {@linkplain Confidence confidence} is below the
   * calibration's threshold.
   *
   * @param outputs has the head's raw outputs: a logit a label; one number for a score; {@code
   *     tokens × tags} logits, row-major, for spans, of at least the text's first tokens. Kept, and
   *     must not change
   * @param from where they begin
   * @param to where they end
   * @param tokens the text's; only spans need them
   */
  Prediction decode(float[] outputs, int from, int to, List<Token> tokens);

  /** The answer to outputs that have an array to themselves. */
  default Prediction decode(float[] outputs, List<Token> tokens) {
    return decode(outputs, 0, outputs.length, tokens);
  }
}
