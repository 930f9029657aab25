package io.trunkline.bench.scaling;

import io.trunkline.bench.Contestant;
import io.trunkline.model.Tagger;
import io.trunkline.model.Text;
import io.trunkline.model.serving.ServingModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A point of a curve: a model that some threads tag texts with; it reaches texts a second. */
final class Point implements Contestant {
  private static final long ROUND_NANOS = 500_000_000;
  private static final int BATCH = 64;

  private final String name;
  private final List<Text> texts;
  private final List<Tagger> taggers = new ArrayList<>();
  private final ExecutorService threads;

  Point(String name, ServingModel model, List<Text> texts, int threads) {
    this.name = name;
    this.texts = texts;
    this.threads = Executors.newFixedThreadPool(threads);
    for (int i = 0; i < threads; i++) {
      taggers.add(model.tagger());
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public double round() throws Exception {
    List<Future<Double>> speeds = new ArrayList<>();
    for (Tagger tagger : taggers) {
      speeds.add(threads.submit(() -> speed(tagger)));
    }
    double all = 0;
    for (Future<Double> speed : speeds) {
      all += speed.get();
    }
    return all;
  }

  private double speed(Tagger tagger) {
    long start = System.nanoTime();
    long done = 0;
    long spent = 0;
    for (int from = 0; spent < ROUND_NANOS; from = from + BATCH < texts.size() ? from + BATCH : 0) {
      List<Text> batch = texts.subList(from, Math.min(from + BATCH, texts.size()));
      tagger.tag(batch);
      done += batch.size();
      spent = System.nanoTime() - start;
    }
    return done * 1e9 / spent;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    taggers.forEach(Tagger::close);
  }
}
