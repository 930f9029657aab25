package io.trunkline.model.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What abstention buys: were only the k most confident answers given, their coverage would be
 * {@code k / n} and their risk the fraction of wrong ones among them. Answers of equal confidence
 * count as being wrong as often as they are on average, in whatever order they come.
 *
 * @see <a href="https://arxiv.org/abs/1705.08500">Y. Geifman and R. El-Yaniv, Selective
 *     Classification for Deep Neural Networks, NIPS 2017</a>
 */
public final class RiskCoverage {
  private record Answer(double confidence, boolean right, boolean abstained) {}

  private final List<Answer> answers = new ArrayList<>();

  /**
   * A point of the curve.
   *
   * @param confidence the least that is answered
   * @param coverage the fraction of texts that are answered
   * @param risk the fraction of them that are answered wrongly
   */
  public record Point(double confidence, double coverage, double risk) {}

  void add(double confidence, boolean right, boolean abstained) {
    answers.add(new Answer(confidence, right, abstained));
  }

  int n() {
    return answers.size();
  }

  /** The fraction of right answers, abstained from or not; NaN of none. */
  double accuracy() {
    return fraction(answers.stream().filter(Answer::right).count(), answers.size());
  }

  /** The fraction of answers that were not abstained from; NaN of none. */
  double coverage() {
    return fraction(answers.stream().filter(answer -> !answer.abstained).count(), answers.size());
  }

  /** The fraction of right ones among those not abstained from; NaN of none. */
  double selectiveAccuracy() {
    List<Answer> given = answers.stream().filter(answer -> !answer.abstained).toList();
    return fraction(given.stream().filter(Answer::right).count(), given.size());
  }

  /** One point for each confidence there is, by falling confidence. */
  List<Point> curve() {
    List<Point> curve = new ArrayList<>();
    int wrong = 0;
    List<Answer> sorted = sorted();
    for (int i = 0; i < sorted.size(); i++) {
      wrong += sorted.get(i).right ? 0 : 1;
      double confidence = sorted.get(i).confidence;
      if (i + 1 == sorted.size() || sorted.get(i + 1).confidence < confidence) {
        curve.add(new Point(confidence, (i + 1.0) / sorted.size(), wrong / (i + 1.0)));
      }
    }
    return curve;
  }

  /** The mean of the risks at coverages {@code 1/n, 2/n … 1}; NaN of no answers. */
  double aurc() {
    int n = answers.size();
    double risks = 0;
    int done = 0;
    double wrong = 0;
    for (Point point : curve()) {
      int upTo = (int) Math.round(point.coverage * n);
      double each = (point.risk * upTo - wrong) / (upTo - done);
      for (; done < upTo; done++) {
        wrong += each;
        risks += wrong / (done + 1);
      }
    }
    return risks / n;
  }

  private List<Answer> sorted() {
    return answers.stream()
        .sorted(Comparator.comparingDouble(Answer::confidence).reversed())
        .toList();
  }

  private static double fraction(long part, int whole) {
    return (double) part / whole;
  }
}
