package io.trunkline.bench.tagging;

import io.trunkline.model.Example;
import io.trunkline.model.Prediction;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import java.util.ArrayList;
import java.util.List;

/** What a tagger says of examples. */
record Labels(List<Tagging> taggings) {
  private static final int BATCH = 64;

  static Labels of(Tagger tagger, List<Example> examples) {
    List<Tagging> taggings = new ArrayList<>();
    for (int from = 0; from < examples.size(); from += BATCH) {
      List<Example> batch = examples.subList(from, Math.min(from + BATCH, examples.size()));
      taggings.addAll(tagger.tag(batch.stream().map(Example::input).toList()));
    }
    return new Labels(taggings);
  }

  /** How many labels differ from another's of the same examples. */
  int differing(Labels other) {
    int differing = 0;
    for (int i = 0; i < taggings.size(); i++) {
      List<Prediction> ours = taggings.get(i).predictions();
      List<Prediction> theirs = other.taggings.get(i).predictions();
      for (int task = 0; task < ours.size(); task++) {
        differing += ours.get(task).value().equals(theirs.get(task).value()) ? 0 : 1;
      }
    }
    return differing;
  }
}
