package io.trunkline.tagging.models;

import io.trunkline.model.Tagger;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * Loads {@link FakeTagger}s, but for models that are told to fail, and remembers what was asked of
 * it. A model is called by the digit that its digest repeats.
 */
public final class FakeModels implements TaggerSource {
  /** A model that loads and then cannot tag anything. */
  public static final char TAGS_NOTHING = 'b';

  private static final long serialVersionUID = 1L;

  private final transient Set<Character> broken = ConcurrentHashMap.newKeySet();
  private final transient List<Character> loads = new CopyOnWriteArrayList<>();
  private final transient List<FakeTagger> taggers = new CopyOnWriteArrayList<>();
  private transient volatile CountDownLatch gate = new CountDownLatch(0);

  @Override
  public Tagger load(String digest) throws IOException {
    char digit = digest.charAt(0);
    loading(digit);
    await(gate);
    if (broken.contains(digit)) {
      throw new IOException("model " + digit + " is broken");
    }
    FakeTagger tagger = new FakeTagger(digit);
    taggers.add(tagger);
    return tagger;
  }

  /** Where interrupted, loading goes on as native code would, and is done. */
  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public void breaks(char digit) {
    broken.add(digit);
  }

  public void mend(char digit) {
    broken.remove(digit);
  }

  /** Makes loading wait until the gate returned is counted down. */
  public CountDownLatch hold() {
    gate = new CountDownLatch(1);
    return gate;
  }

  /** Waits until a model is being loaded. */
  public synchronized void awaitLoadOf(char digit) throws InterruptedException {
    while (!loads.contains(digit)) {
      wait();
    }
  }

  private synchronized void loading(char digit) {
    loads.add(digit);
    notifyAll();
  }

  /** Every attempt to load, in order. */
  public List<Character> loads() {
    return loads;
  }

  /** The models that were loaded, in order. */
  public List<Character> loaded() {
    return taggers.stream().map(FakeTagger::digit).toList();
  }

  /** Those of them that are not closed. */
  public List<Character> open() {
    return taggers.stream().filter(tagger -> !tagger.closed()).map(FakeTagger::digit).toList();
  }
}
