package io.trunkline.model.gate;

import io.trunkline.model.Example;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Text;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Decides whether a candidate may take the champion's place. Both answer the same texts, and what
 * is compared is the mean of the differences of their {@linkplain Correctness scores}, text by
 * text.
 *
 * <ul>
 *   <li>Every task, on the hold-out and on the golden examples that are labelled for it, must be
 *       <em>shown not to be worse</em> by the margin or more, by score and by Brier score: the
 *       lower bound of the difference lies above −ε. Since all of these must hold, none needs a
 *       correction: a candidate that is worse by ε anywhere passes with about the probability 1 −
 *       confidence at most (an intersection–union test, R. L. Berger, 1982). Where one of the two
 *       has too few texts to tell, they are compared as one, and neither may be shown worse by
 *       itself.
 *   <li>Every label with enough texts must <em>not be shown to be worse</em> by more than the
 *       margin. To ask for more would ask what thirty texts can never show. The labels of all tasks
 *       and both sets are one family under {@linkplain Holm Holm's correction}, so a candidate
 *       whose labels are all as good as before fails for a label with probability 1 − confidence at
 *       most.
 *   <li>Something must be better by its own interval: the lower bound of any comparison lies above
 *       0.
 * </ul>
 *
 * <p>Labels that the champion lacks are left out where old ones are compared, see {@link
 * PairedScore#known}. The champion scores 0 where they are right, so they can make a candidate
 * better. What they take from old labels shows in {@link Comparison.Measure#SERVED}, which is of
 * the same family as labels. A task that the champion lacks can only be better; one that the
 * candidate lacks scores 0. A task that no example is labelled for is not compared, and the reason
 * says so.
 */
public final class Gate {
  private static final int BATCH = 128;

  private final GateSettings settings;

  public Gate(GateSettings settings) {
    this.settings = settings;
  }

  /**
   * Compares two models; a pure function of what they answer. A value of another kind than the
   * model's task is left out, and the reason says how many were: one slip among the examples must
   * not stop all learning.
   *
   * @param holdOut set aside from trusted feedback, learnt from by neither
   * @param golden travels with the model, learnt from by neither
   * @throws io.trunkline.model.InvalidInputException if a task is of one kind in the champion and
   *     of another in the candidate
   */
  public GateReport compare(
      Tagger champion, Tagger candidate, List<Example> holdOut, List<Example> golden) {
    Contest contest =
        new Contest(
            champion.tasks(),
            candidate.tasks(),
            ScoreScales.of(Stream.concat(holdOut.stream(), golden.stream()).toList()));
    LabelTally answers = new LabelTally();
    run(
        champion,
        candidate,
        holdOut,
        (example, taggings) -> {
          contest.add(
              Comparison.Examples.HOLD_OUT, example, taggings.champion(), taggings.candidate());
          answers.add(taggings.candidate());
        });
    run(
        champion,
        candidate,
        golden,
        (example, taggings) ->
            contest.add(
                Comparison.Examples.GOLDEN, example, taggings.champion(), taggings.candidate()));
    Comparer comparer = new Comparer(settings);
    List<Comparison> comparisons = comparer.compare(contest.scores());
    Verdict verdict = Verdict.of(comparisons, comparer.leastTexts());
    return new GateReport(
        verdict.accepted(), verdict.reason() + leftOut(contest), comparisons, answers.counts());
  }

  private record Taggings(Tagging champion, Tagging candidate) {}

  private static void run(
      Tagger champion,
      Tagger candidate,
      List<Example> examples,
      BiConsumer<Example, Taggings> compared) {
    for (int from = 0; from < examples.size(); from += BATCH) {
      List<Example> batch = examples.subList(from, Math.min(from + BATCH, examples.size()));
      List<Text> texts = batch.stream().map(Example::input).toList();
      List<Tagging> before = champion.tag(texts);
      List<Tagging> after = candidate.tag(texts);
      for (int i = 0; i < batch.size(); i++) {
        compared.accept(batch.get(i), new Taggings(before.get(i), after.get(i)));
      }
    }
  }

  private static String leftOut(Contest contest) {
    StringBuilder left = new StringBuilder();
    if (!contest.withoutEvidence().isEmpty()) {
      left.append("; not compared, for want of labelled texts: ")
          .append(String.join(", ", contest.withoutEvidence()));
    }
    if (contest.ofAnotherKind() > 0) {
      left.append(
          "; %d values of another kind than their task left out"
              .formatted(contest.ofAnotherKind()));
    }
    return left.toString();
  }
}
