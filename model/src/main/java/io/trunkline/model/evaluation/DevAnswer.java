package io.trunkline.model.evaluation;

import io.trunkline.model.LabelValue;
import io.trunkline.model.text.Token;
import java.util.List;

/**
 * What a head says of a dev text that is labelled for its task.
 *
 * @param outputs the head's raw outputs, as {@link io.trunkline.model.decoding.Decoder} takes them
 * @param tokens the text's
 * @param right the right value, of the task's kind
 */
public record DevAnswer(float[] outputs, List<Token> tokens, LabelValue right) {}
