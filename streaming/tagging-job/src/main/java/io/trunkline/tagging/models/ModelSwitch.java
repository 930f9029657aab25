package io.trunkline.tagging.models;

import io.trunkline.model.ModelVersion;
import io.trunkline.model.Tagger;
import io.trunkline.tagging.models.LoadOutcome.Failed;
import io.trunkline.tagging.models.LoadOutcome.Loaded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.jspecify.annotations.Nullable;

/**
 * The model that serves on one subtask, and its replacement by the newest one announced.
 *
 * <p>An announced model is loaded aside and serves once {@link #advance} is called, which is for
 * the caller to time. One that cannot be loaded leaves the one before serving and is tried again
 * until it can be, or a newer one is announced. Generations never fall. Confined to the task's
 * thread.
 */
public final class ModelSwitch implements AutoCloseable {
  private final KnownAnnouncements known;
  private final ModelLoader loader;
  private final List<LoadOutcome> untold;

  private Announcement announcement;
  private Loaded serving;
  private @Nullable Announcement wanted;

  private ModelSwitch(
      KnownAnnouncements known,
      ModelLoader loader,
      List<LoadOutcome> untold,
      Announcement announcement,
      Loaded serving) {
    this.known = known;
    this.loader = loader;
    this.untold = untold;
    this.announcement = announcement;
    this.serving = serving;
  }

  /**
   * Serves the newest model that can be loaded now: one announced before a restart, or else the
   * start model. Loads on the calling thread.
   *
   * @param store where announcements are kept
   * @param thread what to call the thread on which later models are loaded
   * @param outcomeReady told, on that thread, that it is time to call {@link #advance}
   * @throws IOException if no model can be loaded
   */
  public static ModelSwitch open(
      ModelPlan plan, OperatorStateStore store, String thread, Runnable outcomeReady)
      throws Exception {
    KnownAnnouncements known = new KnownAnnouncements(store);
    List<LoadOutcome> attempts = new ArrayList<>();
    List<Announcement> candidates = candidates(plan.start(), known);
    for (Announcement candidate : candidates) {
      LoadOutcome outcome = LoadOutcome.attempt(plan.source(), candidate.version(), 1);
      attempts.add(outcome);
      if (outcome instanceof Loaded loaded) {
        ModelLoader loader = new ModelLoader(plan, thread, outcomeReady);
        ModelSwitch models = new ModelSwitch(known, loader, attempts, candidate, loaded);
        models.goOnWanting(candidates.get(0));
        return models;
      }
    }
    throw noModel(attempts);
  }

  /** Newest first. Where the pipeline names another unannounced model than before, it wins. */
  private static List<Announcement> candidates(Announcement start, KnownAnnouncements known)
      throws Exception {
    TreeMap<Long, Announcement> byGeneration = new TreeMap<>(Comparator.reverseOrder());
    known.all().forEach(announcement -> byGeneration.put(announcement.generation(), announcement));
    byGeneration.put(start.generation(), start);
    return List.copyOf(byGeneration.values());
  }

  private void goOnWanting(Announcement newest) throws Exception {
    if (newest != announcement) {
      wanted = newest;
      loader.retry(newest.version());
    }
    remember();
  }

  private static IOException noModel(List<LoadOutcome> attempts) {
    IOException none = new IOException("none of the models announced can be loaded");
    for (LoadOutcome attempt : attempts) {
      if (attempt instanceof Failed failed) {
        none.addSuppressed(new IOException(failed.version().toString(), failed.cause()));
      }
    }
    return none;
  }

  /** What tags now. */
  public Tagger tagger() {
    return serving.tagger();
  }

  /** The version that tags now. */
  public ModelVersion version() {
    return serving.version();
  }

  /** Starts to load a newly announced model. One that is not the newest is ignored. */
  public void announced(Announcement newer) throws Exception {
    Announcement newest = wanted == null ? announcement : wanted;
    if (newer.generation() > newest.generation()) {
      wanted = newer;
      remember();
      loader.want(newer.version());
    }
  }

  /**
   * Switches to the wanted model if it is loaded.
   *
   * @return what became of every attempt to load a model since the last call, oldest first
   */
  public List<LoadOutcome> advance() throws Exception {
    List<LoadOutcome> outcomes = new ArrayList<>(untold);
    untold.clear();
    LoadOutcome outcome = loader.take();
    if (outcome instanceof Loaded loaded) {
      serve(loaded);
    }
    if (outcome != null) {
      outcomes.add(outcome);
    }
    return outcomes;
  }

  private void serve(Loaded loaded) throws Exception {
    serving.tagger().close();
    serving = loaded;
    announcement = Objects.requireNonNull(wanted);
    wanted = null;
    remember();
  }

  private void remember() throws Exception {
    known.replaceBy(wanted == null ? List.of(announcement) : List.of(announcement, wanted));
  }

  /** Gives up on the wanted model; the one that serves goes on. */
  public void stopLoading() {
    loader.close();
  }

  @Override
  public void close() {
    loader.close();
    serving.tagger().close();
  }
}
