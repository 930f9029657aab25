package io.trunkline.bench.pipeline;

import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Task;
import io.trunkline.model.Text;
import java.util.List;

/** A tagger whose texts are counted. */
record WatchedTagger(Tagger tagger, Stopwatch stopwatch) implements Tagger {
  @Override
  public List<Task> tasks() {
    return tagger.tasks();
  }

  @Override
  public List<Tagging> tag(List<Text> texts) {
    List<Tagging> taggings = tagger.tag(texts);
    stopwatch.tagged(texts.size());
    return taggings;
  }

  @Override
  public void close() {
    tagger.close();
  }
}
