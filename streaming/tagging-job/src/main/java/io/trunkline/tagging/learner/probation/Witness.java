package io.trunkline.tagging.learner.probation;

import io.trunkline.model.Prediction;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Text;
import io.trunkline.tagging.learner.examples.Correction;
import io.trunkline.tagging.models.TaggerSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks two versions what they say of corrected texts. It loads them when it is first asked, and
 * keeps them until it is closed. Confined to one thread.
 */
public final class Witness implements AutoCloseable {
  private final TaggerSource source;
  private final String servingDigest;
  private final String predecessorDigest;

  private @Nullable Tagger serving;
  private @Nullable Tagger predecessor;

  /**
   * @param source loads both
   * @param serving digest of the version that serves
   * @param predecessor digest of the one before it
   */
  public Witness(TaggerSource source, String serving, String predecessor) {
    this.source = source;
    this.servingDigest = serving;
    this.predecessorDigest = predecessor;
  }

  /**
   * Asks both.
   *
   * @param corrections at least one
   * @return an answer for each, in the same order
   * @throws IOException if a version cannot be loaded
   */
  public List<Answered> ask(List<Correction> corrections) throws IOException {
    if (serving == null) {
      serving = source.load(servingDigest);
    }
    if (predecessor == null) {
      predecessor = source.load(predecessorDigest);
    }
    List<Text> texts = corrections.stream().map(Correction::text).toList();
    List<Tagging> ofServing = serving.tag(texts);
    List<Tagging> ofPredecessor = predecessor.tag(texts);
    List<Answered> answered = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Correction correction = corrections.get(i);
      String task = correction.key().task();
      answered.add(
          new Answered(
              correction, answer(ofServing.get(i), task), answer(ofPredecessor.get(i), task)));
    }
    return answered;
  }

  private static @Nullable Prediction answer(Tagging tagging, String task) {
    return tagging.predictions().stream()
        .filter(prediction -> prediction.task().equals(task))
        .findFirst()
        .orElse(null);
  }

  /** Lets go of both; may be called again. */
  @Override
  public void close() {
    if (serving != null) {
      serving.close();
      serving = null;
    }
    if (predecessor != null) {
      predecessor.close();
      predecessor = null;
    }
  }
}
