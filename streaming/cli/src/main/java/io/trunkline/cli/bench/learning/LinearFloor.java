package io.trunkline.cli.bench.learning;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.trunkline.model.Example;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A linear classifier of one single-label task, the peer that a network has to beat: character
 * 1–3-grams weighed by {@code tf · (ln((1 + n) / (1 + df)) + 1)}, each text's weights scaled to
 * length 1, and one support vector machine a label with squared hinge loss, C = 1.
 *
 * @see <a href="https://jmlr.org/papers/v9/fan08a.html">R.-E. Fan et al., LIBLINEAR, JMLR 2008</a>
 */
final class LinearFloor {
  private static final int LONGEST = 3;
  private static final double TOLERANCE = 1e-4;
  private static final int MOST_ITERATIONS = 1_000;

  private final String task;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<Double> idf = new ArrayList<>();
  private final List<String> labels;
  private final de.bwaldvogel.liblinear.Model machine;

  private LinearFloor(String task, List<Example> train) {
    this.task = task;
    weigh(train);
    labels = List.copyOf(new TreeSet<>(train.stream().map(this::label).toList()));
    Problem problem = new Problem();
    problem.l = train.size();
    problem.n = bias();
    problem.x = train.stream().map(example -> features(example.text())).toArray(Feature[][]::new);
    problem.y = train.stream().mapToDouble(example -> labels.indexOf(label(example))).toArray();
    Linear.disableDebugOutput();
    machine =
        Linear.train(
            problem, new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, 1, TOLERANCE, MOST_ITERATIONS));
  }

  /** Trains on examples that are all labelled for the task. */
  static LinearFloor train(String task, List<Example> train) {
    return new LinearFloor(task, train);
  }

  /** Share of right labels, a fraction of 1. */
  double accuracy(List<Example> test) {
    long right =
        test.stream()
            .filter(
                example ->
                    labels
                        .get((int) Linear.predict(machine, features(example.text())))
                        .equals(label(example)))
            .count();
    return (double) right / test.size();
  }

  private void weigh(List<Example> train) {
    Map<String, Integer> documents = new HashMap<>();
    for (Example example : train) {
      new HashSet<>(ngrams(example.text()))
          .forEach(ngram -> documents.merge(ngram, 1, Integer::sum));
    }
    new TreeMap<>(documents)
        .forEach(
            (ngram, count) -> {
              columns.put(ngram, columns.size() + 1);
              idf.add(Math.log((1.0 + train.size()) / (1 + count)) + 1);
            });
  }

  /** By ascending column, as the solver wants them; the last is 1 for all. */
  private Feature[] features(String text) {
    TreeMap<Integer, Double> weights = new TreeMap<>();
    for (String ngram : ngrams(text)) {
      Integer column = columns.get(ngram);
      if (column != null) {
        weights.merge(column, idf.get(column - 1), Double::sum);
      }
    }
    double length = Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
    List<Feature> features = new ArrayList<>();
    weights.forEach((column, weight) -> features.add(new FeatureNode(column, weight / length)));
    features.add(new FeatureNode(bias(), 1));
    return features.toArray(Feature[]::new);
  }

  private int bias() {
    return columns.size() + 1;
  }

  private String label(Example example) {
    return Students.label(task, example);
  }

  private static List<String> ngrams(String text) {
    int[] characters = text.toLowerCase(Locale.ROOT).codePoints().toArray();
    List<String> ngrams = new ArrayList<>();
    for (int length = 1; length <= LONGEST; length++) {
      for (int from = 0; from + length <= characters.length; from++) {
        ngrams.add(new String(characters, from, length));
      }
    }
    return ngrams;
  }
}
