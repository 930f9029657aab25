package io.trunkline.cli.bench.learning;

import io.trunkline.model.Example;
import io.trunkline.model.Model;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * New classes: a model that does not know a fifth of the intents meets questions with them, and
 * three in ten are corrected. In the end it is compared with one trained at once on all it learnt.
 */
final class NewClasses {
  private static final double NEW = 0.2;
  private static final double CORRECTED = 0.3;
  private static final int DELAY = 50;
  private static final int ROUND = 500;

  /** What came of it; accuracies are fractions of 1, by version where there are several. */
  record Result(
      long seed,
      int corrections,
      int learnt,
      int rounds,
      List<Double> oldByVersion,
      List<Double> newByVersion,
      double oldAtOnce,
      double newAtOnce,
      double oldRatio,
      double newRatio) {}

  private final List<Example> train;
  private final List<Example> dev;
  private final List<Example> test;

  NewClasses(Massive massive) throws IOException {
    train = massive.read(Massive.ENGLISH, "train");
    dev = massive.read(Massive.ENGLISH, "dev");
    test = massive.read(Massive.ENGLISH, "test");
  }

  Result run(Path directory, long seed, PrintWriter progress) throws Exception {
    Set<String> later = later(new SplittableRandom(seed));
    progress.printf("new classes, seed %d: training without %s%n", seed, later);
    progress.flush();
    List<Example> first = with(later, false, train);
    Model start = Students.train(Set.of(Massive.TASK), first, with(later, false, dev), seed);
    Course course = new Course(LabSettings.rounds(ROUND), Set.of(Massive.TASK), CORRECTED, DELAY);
    Course.Outcome outcome = course.run(directory, start, with(later, true, train), seed, progress);
    List<Example> all = Stream.concat(first.stream(), outcome.learnt().stream()).toList();
    Model atOnce = Students.train(Set.of(Massive.TASK), all, dev, seed);
    List<Double> oldByVersion = accuracies(outcome.versions(), with(later, false, test));
    List<Double> newByVersion = accuracies(outcome.versions(), with(later, true, test));
    double oldAtOnce = accuracy(atOnce, with(later, false, test));
    double newAtOnce = accuracy(atOnce, with(later, true, test));
    int last = outcome.versions().size() - 1;
    return new Result(
        seed,
        outcome.corrections(),
        outcome.learnt().size(),
        outcome.rounds(),
        oldByVersion,
        newByVersion,
        oldAtOnce,
        newAtOnce,
        oldByVersion.get(last) / oldAtOnce,
        newByVersion.get(last) / newAtOnce);
  }

  private Set<String> later(SplittableRandom random) {
    List<String> intents =
        new ArrayList<>(
            new TreeSet<>(
                train.stream().map(example -> Students.label(Massive.TASK, example)).toList()));
    for (int i = intents.size() - 1; i > 0; i--) {
      Collections.swap(intents, i, random.nextInt(i + 1));
    }
    return new TreeSet<>(intents.subList(0, (int) (NEW * intents.size())));
  }

  private static List<Example> with(Set<String> labels, boolean among, List<Example> examples) {
    return examples.stream()
        .filter(example -> labels.contains(Students.label(Massive.TASK, example)) == among)
        .toList();
  }

  private static List<Double> accuracies(List<Model> versions, List<Example> test) {
    return versions.stream().map(version -> accuracy(version, test)).toList();
  }

  private static double accuracy(Model model, List<Example> test) {
    return Students.accuracy(Massive.TASK, model, test);
  }
}
