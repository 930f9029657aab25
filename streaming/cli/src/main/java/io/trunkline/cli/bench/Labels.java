package io.trunkline.cli.bench;

import io.trunkline.model.Example;
import io.trunkline.model.Prediction;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a tagger says of examples. */
public record Labels(List<Tagging> taggings) {
  private static final int BATCH = 64;

  /** Asks it. */
  public static Labels of(Tagger tagger, List<Example> examples) {
    List<Tagging> taggings = new ArrayList<>();
    for (int from = 0; from < examples.size(); from += BATCH) {
      List<Example> batch = examples.subList(from, Math.min(from + BATCH, examples.size()));
      taggings.addAll(tagger.tag(batch.stream().map(Example::input).toList()));
    }
    return new Labels(taggings);
  }

  /** By task how many answers differ from another's to the same examples. */
  public Map<String, Integer> differing(Labels other) {
    Map<String, Integer> differing = new TreeMap<>();
    for (int i = 0; i < taggings.size(); i++) {
      List<Prediction> ours = taggings.get(i).predictions();
      List<Prediction> theirs = other.taggings.get(i).predictions();
      for (int task = 0; task < ours.size(); task++) {
        boolean same = ours.get(task).value().equals(theirs.get(task).value());
        differing.merge(ours.get(task).task(), same ? 0 : 1, Integer::sum);
      }
    }
    return differing;
  }
}
