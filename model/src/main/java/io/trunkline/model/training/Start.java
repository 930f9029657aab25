package io.trunkline.model.training;

import io.trunkline.model.Calibration;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.network.Parameters;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.Lexicon;
import io.trunkline.model.text.NgramIndex;
import io.trunkline.model.text.TextEncoder;
import io.trunkline.model.text.Vocabulary;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a training starts from: nothing, or a model. */
interface Start {
  /** The network to train. */
  ModelSpec spec();

  /** The word table. */
  Vocabulary vocabulary();

  /** The index of the n-gram table. */
  NgramIndex ngrams();

  /** Whether a task's head is to learn; the others stay as they are, bit for bit. */
  boolean learns(Task task);

  /** Whether the trunk is to learn. */
  boolean trunkLearns();

  /**
   * How a task's outputs become answers before anything is chosen on dev, how a score is
   * standardised among it.
   */
  Calibration calibration(Task task);

  /**
   * The parameters to start with.
   *
   * @param texts what will be learnt from
   */
  Parameters parameters(List<EncodedText> texts, RandomGenerator random);

  /** Reads texts for this network. */
  default TextEncoder encoder() {
    return new TextEncoder(spec().features(), new Lexicon(vocabulary(), ngrams()));
  }
}
