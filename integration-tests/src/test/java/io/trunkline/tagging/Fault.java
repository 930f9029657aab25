package io.trunkline.tagging;

import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Task;
import io.trunkline.model.Text;
import io.trunkline.tagging.models.ModelPlan;
import io.trunkline.tagging.models.TaggerSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Makes the tagging operator fail once, on demand, in the middle of a batch. Operators are
 * serialised on their way to the cluster, so they hear of it through a static field.
 */
final class Fault {
  private enum State {
    NONE,
    COMING,
    STRUCK
  }

  private static final AtomicReference<State> STATE = new AtomicReference<>(State.NONE);

  Fault() {
    STATE.set(State.NONE);
  }

  /** The next batch fails. */
  void strike() {
    STATE.set(State.COMING);
  }

  boolean hasStruck() {
    return STATE.get() == State.STRUCK;
  }

  /** The same settings, of models that fail when told. */
  TaggingSettings in(TaggingSettings settings) {
    ModelPlan plan = settings.models();
    TaggerSource source = plan.source();
    return new TaggingSettings(
        settings.tasks(),
        settings.alternatives(),
        settings.batching(),
        new ModelPlan(
            plan.start(), digest -> new FaultyTagger(source.load(digest)), plan.retryInterval()));
  }

  /** Not an exception, which the operator would lay at a text's door. */
  private static final class Struck extends Error {
    private static final long serialVersionUID = 1L;

    Struck() {
      super("the fault that a test asked for");
    }
  }

  private record FaultyTagger(Tagger tagger) implements Tagger {
    @Override
    public List<Task> tasks() {
      return tagger.tasks();
    }

    @Override
    public List<Tagging> tag(List<Text> texts) {
      if (STATE.compareAndSet(State.COMING, State.STRUCK)) {
        throw new Struck();
      }
      return tagger.tag(texts);
    }

    @Override
    public void close() {
      tagger.close();
    }
  }
}
