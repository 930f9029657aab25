package io.trunkline.model.network;

import io.trunkline.model.Task;
import io.trunkline.model.text.EncodedText;
import java.util.List;

/**
 * How a head's outputs lie in the graph, where texts are padded to a common length, and how one by
 * one. Of a text they are {@code outputs} numbers, or {@code tokens × outputs} row-major.
 *
 * @param outputs how many numbers the head puts out
 * @param perToken whether it does so for each token
 * @param length tokens of every text in the graph, padding included
 */
record HeadShape(int outputs, boolean perToken, int length) {

  static HeadShape of(Task task, int length) {
    return new HeadShape(Heads.outputs(task), Heads.readsTokens(task), length);
  }

  /** How many numbers there are of one text. */
  int size(EncodedText text) {
    return outputs * (perToken ? text.words().length : 1);
  }

  /** The outputs of the text at {@code index}. */
  float[] ofText(float[] graph, int index, EncodedText text) {
    float[] values = new float[size(text)];
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

  /** All texts' outputs, one by one. */
  float[][] split(float[] graph, List<EncodedText> texts) {
    float[][] values = new float[texts.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = ofText(graph, i, texts.get(i));
    }
    return values;
  }

  /** Where the graph has a text's i-th number: {@code [texts × outputs × tokens]}. */
  private int place(int text, int i) {
    return perToken ? (text * outputs + i % outputs) * length + i / outputs : text * outputs + i;
  }
}
