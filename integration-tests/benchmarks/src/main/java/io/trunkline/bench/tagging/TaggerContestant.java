package io.trunkline.bench.tagging;

import io.trunkline.bench.Contestant;
import io.trunkline.model.Tagger;
import io.trunkline.model.Text;
import java.util.List;

/** A tagger that is given all texts, some at a time; it reaches texts a second. */
final class TaggerContestant implements Contestant {
  private static final List<Integer> BATCHES = List.of(16, 32, 64, 128);

  private final String name;
  private final Tagger tagger;
  private final List<Text> texts;
  private final int batch;

  private TaggerContestant(String name, Tagger tagger, List<Text> texts, int batch) {
    this.name = name;
    this.tagger = tagger;
    this.texts = texts;
    this.batch = batch;
  }

  /** One that is given as many texts at a time as it likes best, which is tried first. */
  static TaggerContestant atItsBest(String name, Tagger tagger, List<Text> texts) {
    TaggerContestant best = new TaggerContestant(name, tagger, texts, BATCHES.get(0));
    best.round(); // For the compiler.
    double fastest = 0;
    for (int batch : BATCHES) {
      TaggerContestant tried = new TaggerContestant(name, tagger, texts, batch);
      double speed = tried.round();
      if (speed > fastest) {
        fastest = speed;
        best = tried;
      }
    }
    return best;
  }

  @Override
  public String name() {
    return name;
  }

  /** Texts at a time. */
  int batch() {
    return batch;
  }

  @Override
  public double round() {
    return TextsPerSecond.measure(texts.size(), this::tagAll);
  }

  private void tagAll() {
    for (int from = 0; from < texts.size(); from += batch) {
      tagger.tag(texts.subList(from, Math.min(from + batch, texts.size())));
    }
  }
}
