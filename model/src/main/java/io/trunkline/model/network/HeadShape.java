package io.trunkline.model.network;

import io.trunkline.model.Task;

/**
 * How a head's outputs lie in the graph, all texts' column by column, and how one by one. Of a text
 * they are {@code outputs} numbers, or {@code tokens × outputs} row-major.
 *
 * @param outputs how many numbers the head puts out
 * @param perToken whether it does so for each token
 * @param words the batch
 */
record HeadShape(int outputs, boolean perToken, WordInput words) {

  static HeadShape of(Task task, WordInput words) {
    return new HeadShape(Heads.outputs(task), Heads.readsTokens(task), words);
  }

  /** How many numbers there are of the text at {@code index}. */
  int size(int index) {
    return outputs * (perToken ? words.lengths()[index] : 1);
  }

  /** The outputs of the text at {@code index}. */
  float[] ofText(float[] graph, int index) {
    float[] values = new float[size(index)];
    for (int i = 0; i < values.length; i++) {
      values[i] = graph[place(index, i)];
    }
    return values;
  }

  /** Puts numbers of the text at {@code index} where the graph has them. */
  void put(float[] values, int index, float[] graph) {
    for (int i = 0; i < values.length; i++) {
      graph[place(index, i)] = values[i];
    }
  }

  /** Adds numbers, times a factor, to those of the text at {@code index}. */
  void add(float[] values, double factor, int index, float[] graph) {
    for (int i = 0; i < values.length; i++) {
      graph[place(index, i)] += (float) (factor * values[i]);
    }
  }

  /** All texts' outputs, one by one. */
  float[][] split(float[] graph) {
    float[][] values = new float[words.lengths().length][];
    for (int i = 0; i < values.length; i++) {
      values[i] = ofText(graph, i);
    }
    return values;
  }

  /** Where the graph has a text's i-th number. */
  private int place(int text, int i) {
    int rows = perToken ? words.tokens() : words.lengths().length;
    int row = perToken ? words.starts()[text] + i / outputs : text;
    return i % outputs * rows + row;
  }
}
