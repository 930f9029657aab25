package io.trunkline.model.network;

/** What a task's head should say of one text; its type follows the task's kind. */
public sealed interface Target {
  /**
   * Exactly one label holds.
   *
   * @param label its place in the label set
   */
  record OneClass(int label) implements Target {}

  /**
   * Any number of labels hold.
   *
   * @param holds for each label of the label set whether it does
   */
  record SeveralClasses(boolean[] holds) implements Target {}

  /**
   * Spans, as a BIO tag a token: 0 lies outside, 1 + 2k begins a span of label k and 2 + 2k goes on
   * with it.
   *
   * @param tags of the tokens that the network reads, one each
   */
  record Tags(int[] tags) implements Target {}

  /**
   * A number.
   *
   * @param normalised how many deviations it is above the mean
   */
  record Number(double normalised) implements Target {}
}
