package io.trunkline.model.decoding;

import io.trunkline.model.Calibration;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredSpan;
import io.trunkline.model.Task;
import io.trunkline.model.decoding.BioTags.Stretch;
import io.trunkline.model.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The most likely well-formed tags. The head takes the tags of different tokens for independent
 * given the text, so that a span's probability is the product of its tokens' tags and of the next
 * token's not going on: how likely it is that exactly this span is there. A geometric mean would
 * not depend on the span's length, but would be no probability that could be right or wrong. As
 * tags are not quite independent, the calibration's curve makes of it how often such spans hold.
 */
final class SpansDecoder implements Decoder {
  private final String task;
  private final Calibration calibration;
  private final BioTags bio;
  private final int tags;

  SpansDecoder(Task task, Calibration calibration) {
    this.task = task.name();
    this.calibration = calibration;
    bio = new BioTags(task.labels());
    tags = BioTags.count(task.labels().size());
  }

  @Override
  public Prediction decode(float[] all, int from, int to, List<Token> tokens) {
    float[] outputs = Arrays.copyOfRange(all, from, to);
    // A long text's end is not read, and one without any token is read as an unknown word.
    int read = Math.min(outputs.length / tags, tokens.size());
    List<ScoredSpan> spans = new ArrayList<>();
    int end = 0;
    for (Stretch stretch : BioTags.stretches(Viterbi.best(outputs, read, tags))) {
      int start = tokens.get(stretch.from()).start();
      // A character such as ½ folds to several tokens, which may be of different minds.
      if (start >= end) {
        end = tokens.get(stretch.to() - 1).end();
        double score = calibration.held(probability(stretch, outputs, read));
        spans.add(new ScoredSpan(start, end, bio.label(stretch), score));
      }
    }
    return new Prediction.Spans(
        task, spans, Confidence.ofSpans(spans) < calibration.abstainBelow());
  }

  private double probability(Stretch stretch, float[] outputs, int read) {
    int inside = stretch.begin() + 1;
    double probability = tagProbability(outputs, stretch.from(), stretch.begin());
    for (int token = stretch.from() + 1; token < stretch.to(); token++) {
      probability *= tagProbability(outputs, token, inside);
    }
    return stretch.to() < read
        ? probability * (1 - tagProbability(outputs, stretch.to(), inside))
        : probability;
  }

  private double tagProbability(float[] outputs, int token, int tag) {
    double temperature = calibration.temperature();
    return Math.exp(
        outputs[token * tags + tag] / temperature
            - Probabilities.logSumExp(outputs, token * tags, tags, temperature));
  }
}
