package io.trunkline.tagging.learner;

import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.Text;
import io.trunkline.tagging.models.TaggerSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Models of the intent alone: good ones say "second" of every text, and bad ones "third". */
final class FakeVersions implements TaggerSource {
  private static final long serialVersionUID = 1L;

  private final transient Set<String> bad = ConcurrentHashMap.newKeySet();
  private final transient AtomicInteger open = new AtomicInteger();

  @Override
  public Tagger load(String digest) {
    open.incrementAndGet();
    return new FakeVersion(bad.contains(digest) ? "third" : "second", open);
  }

  void isBad(String digest) {
    bad.add(digest);
  }

  /** How many are loaded and not closed. */
  int open() {
    return open.get();
  }

  private record FakeVersion(String answer, AtomicInteger open) implements Tagger {
    @Override
    public List<Task> tasks() {
      return List.of(new Task("intent", TaskKind.SINGLE_LABEL, List.of("second", "third")));
    }

    @Override
    public List<Tagging> tag(List<Text> texts) {
      Prediction prediction =
          new Prediction.OneLabel("intent", List.of(new ScoredLabel(answer, 1)), false);
      return texts.stream().map(text -> new Tagging(List.of(prediction), 0)).toList();
    }

    @Override
    public void close() {
      open.decrementAndGet();
    }
  }
}
