package io.trunkline.model.network;

import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.text.EncodedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The network as its formulas have it, one number after the other: what engines must agree with.
 */
final class PlainScorer implements Scorer {
  private final ModelSpec spec;
  private final ModelSpec.Network network;
  private final Layers layers;
  private final float[] wide;
  private final float[] embeddings;

  PlainScorer(Model model) {
    spec = model.spec();
    network = spec.network();
    layers = new Layers(model);
    wide = model.wide().toFloats();
    embeddings = model.embeddings().toFloats();
  }

  @Override
  public Logits score(List<EncodedText> texts) {
    List<float[][]> logits = new ArrayList<>();
    for (int task = 0; task < spec.tasks().size(); task++) {
      float[][] ofTask = new float[texts.size()][];
      for (int text = 0; text < texts.size(); text++) {
        ofTask[text] = floats(logits(task, texts.get(text)));
      }
      logits.add(ofTask);
    }
    return Logits.of(logits);
  }

  private double[] logits(int task, EncodedText text) {
    Task asked = spec.tasks().get(task);
    if (!asked.reads().isEmpty()) {
      double[] read = new double[0];
      for (String name : asked.reads()) {
        int other = spec.tasks().stream().map(Task::name).toList().indexOf(name);
        read = joined(read, reading(spec.tasks().get(other), logits(other, text)));
      }
      return affine(layers.head(task), rectified(affine(layers.fusion(task), read)));
    }
    double[][] tokens = tokens(text);
    if (asked.kind() == TaskKind.SPANS) {
      double[] all = new double[0];
      for (double[] token : tokens) {
        all = joined(all, affine(layers.head(task), token));
      }
      return all;
    }
    double[] maxima = new double[network.kernels().size() * network.filters()];
    for (int i = 0; i < maxima.length; i++) {
      int at = network.wordSize() + i;
      maxima[i] = Arrays.stream(tokens).mapToDouble(token -> token[at]).max().orElseThrow();
    }
    double[] wide = sum(bag(text.wordNgrams()), bag(text.characterNgrams()));
    return affine(layers.head(task), joined(rectified(wide), maxima));
  }

  private double[] bag(int[] rows) {
    double[] bag = new double[network.wideSize()];
    for (int row : rows) {
      for (int i = 0; i < bag.length; i++) {
        bag[i] += wide[row * bag.length + i] / Math.sqrt(rows.length);
      }
    }
    return bag;
  }

  /** Of each token its embedding and what each convolution puts out. */
  private double[][] tokens(EncodedText text) {
    int size = network.wordSize();
    int count = text.words().length;
    double[][] words = new double[count][size];
    for (int token = 0; token < count; token++) {
      for (int i = 0; i < size; i++) {
        words[token][i] = embeddings[text.words()[token] * size + i];
      }
    }
    double[][] features = words;
    double[][] read = words;
    for (int i = 0; i < network.kernels().size(); i++) {
      double[][] output = new double[count][];
      double[][] joined = new double[count][];
      for (int token = 0; token < count; token++) {
        double[] window = new double[0];
        for (int tap = 0; tap < network.kernels().get(i); tap++) {
          int at = token + layers.shift(i, tap);
          window = joined(window, at >= 0 && at < count ? read[at] : new double[read[0].length]);
        }
        output[token] = rectified(affine(layers.convolution(i), window));
        joined[token] = joined(features[token], output[token]);
      }
      features = joined;
      read = i + 1 < layers.readingWords() ? words : output;
    }
    return features;
  }

  private static double[] reading(Task task, double[] logits) {
    double[] read = logits.clone();
    switch (task.kind()) {
      case SINGLE_LABEL -> {
        double sum = Arrays.stream(logits).map(Math::exp).sum();
        Arrays.setAll(read, i -> Math.exp(logits[i]) / sum);
      }
      case MULTI_LABEL -> Arrays.setAll(read, i -> 1 / (1 + Math.exp(-logits[i])));
      case SCORE -> {}
      case SPANS -> {
        int tags = 2 * task.labels().size() + 1;
        read = new double[tags];
        for (int i = 0; i < logits.length; i++) {
          read[i % tags] = Math.max(read[i % tags], 1 / (1 + Math.exp(-logits[i])));
        }
      }
    }
    return read;
  }

  private static double[] affine(Affine layer, double[] input) {
    double[] output = new double[layer.outputs()];
    for (int i = 0; i < output.length; i++) {
      output[i] = layer.biases()[i];
      for (int j = 0; j < input.length; j++) {
        output[i] += layer.weights()[i * input.length + j] * input[j];
      }
    }
    return output;
  }

  private static double[] rectified(double[] numbers) {
    return Arrays.stream(numbers).map(number -> Math.max(0, number)).toArray();
  }

  private static double[] sum(double[] one, double[] other) {
    double[] sum = one.clone();
    Arrays.setAll(sum, i -> one[i] + other[i]);
    return sum;
  }

  private static double[] joined(double[] first, double[] second) {
    double[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static float[] floats(double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }

  @Override
  public void close() {}
}
