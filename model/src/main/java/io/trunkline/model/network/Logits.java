package io.trunkline.model.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the heads say of a batch of texts, before it becomes answers. A text has one array, in which
 * one task's numbers follow another's: a logit a label (single- and multi-label), the normalised
 * number (score), or {@code tokens × tags} logits row-major (spans), of the tokens that the text
 * was encoded with.
 */
public final class Logits {
  private final float[][] rows;
  private final int[][] starts;

  /**
   * @param rows by text
   * @param starts by text where in the row each task begins, and behind the last where it ends
   */
  Logits(float[][] rows, int[][] starts) {
    this.rows = rows;
    this.starts = starts;
  }

  /** Gathers what lies by task and text. */
  public static Logits of(List<float[][]> byTask) {
    int texts = byTask.get(0).length;
    int[][] starts = new int[texts][byTask.size() + 1];
    float[][] rows = new float[texts][];
    for (int text = 0; text < texts; text++) {
      for (int task = 0; task < byTask.size(); task++) {
        starts[text][task + 1] = starts[text][task] + byTask.get(task)[text].length;
      }
      rows[text] = new float[starts[text][byTask.size()]];
      for (int task = 0; task < byTask.size(); task++) {
        float[] numbers = byTask.get(task)[text];
        System.arraycopy(numbers, 0, rows[text], starts[text][task], numbers.length);
      }
    }
    return new Logits(rows, starts);
  }

  /** How many texts there are. */
  public int texts() {
    return rows.length;
  }

  /** How many tasks there are. */
  public int tasks() {
    return starts[0].length - 1;
  }

  /** All numbers of a text; not copied. */
  public float[] row(int text) {
    return rows[text];
  }

  /**
   * Where in a text's row a task's numbers begin; those of the task behind the last: where it ends.
   */
  public int start(int text, int task) {
    return starts[text][task];
  }

  /** A copy of a task's numbers of a text. */
  public float[] of(int text, int task) {
    return Arrays.copyOfRange(rows[text], start(text, task), start(text, task + 1));
  }

  /** Copies, by task and text. */
  public List<float[][]> byTask() {
    List<float[][]> byTask = new ArrayList<>();
    for (int task = 0; task < tasks(); task++) {
      float[][] ofTask = new float[texts()][];
      for (int text = 0; text < texts(); text++) {
        ofTask[text] = of(text, task);
      }
      byTask.add(ofTask);
    }
    return byTask;
  }
}
