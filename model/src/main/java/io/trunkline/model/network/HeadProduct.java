package io.trunkline.model.network;

import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Heads that read the same, as one product. A common head is added into each that has one: {@code H
 * x + C x = (H + C) x}. Confined to one thread.
 */
final class HeadProduct implements AutoCloseable {
  private final int[] tasks;
  private final int[] outputs;

  /** Tasks that follow each other in a text's row as they do here, which are copied as one. */
  private final List<Run> runs = new ArrayList<>();

  private final @Nullable Product product;

  /**
   * Tasks one after the other.
   *
   * @param first the place of the first
   * @param size outputs of all of them
   */
  private record Run(int first, int size) {}

  private HeadProduct(List<Integer> tasks, List<Integer> outputs, @Nullable Product product) {
    this.tasks = tasks.stream().mapToInt(Integer::intValue).toArray();
    this.outputs = outputs.stream().mapToInt(Integer::intValue).toArray();
    this.product = product;
    for (int i = 0; i < tasks.size(); ) {
      int first = tasks.get(i);
      int size = 0;
      do {
        size += outputs.get(i++);
      } while (i < tasks.size() && tasks.get(i) == tasks.get(i - 1) + 1);
      runs.add(new Run(first, size));
    }
  }

  /** The heads of some of a network's tasks; perhaps none. */
  static HeadProduct of(Model model, Predicate<Task> some) {
    ModelSpec spec = model.spec();
    List<Integer> tasks = new ArrayList<>();
    List<Integer> outputs = new ArrayList<>();
    List<float[]> weights = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    Layers layers = new Layers(model);
    for (int i = 0; i < spec.tasks().size(); i++) {
      if (some.test(spec.tasks().get(i))) {
        Affine head = layers.head(i);
        tasks.add(i);
        outputs.add(head.outputs());
        weights.add(head.weights());
        biases.add(head.biases());
      }
    }
    return new HeadProduct(
        tasks, outputs, tasks.isEmpty() ? null : new Product(joined(weights), joined(biases)));
  }

  private static float[] joined(List<float[]> parts) {
    float[] whole = new float[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, whole, at, part.length);
      at += part.length;
    }
    return whole;
  }

  /**
   * Multiplies rows of texts, and gives each text what is its.
   *
   * @param rows what the heads read, a row a text
   */
  void putOfTexts(float[] rows, Logits into) {
    if (product == null) {
      return;
    }
    float[] products = product.of(rows, into.texts());
    int at = 0;
    for (int text = 0; text < into.texts(); text++) {
      for (Run run : runs) {
        System.arraycopy(products, at, into.row(text), into.start(text, run.first), run.size);
        at += run.size;
      }
    }
  }

  /**
   * Multiplies rows of tokens, and gives each task of each text what is its.
   *
   * @param rows what the heads read, a row a token, one text after the other
   * @param count how many there are
   */
  void putOfTokens(float[] rows, int count, Logits into) {
    if (product == null) {
      return;
    }
    float[] products = product.of(rows, count);
    int at = 0;
    for (int text = 0; text < into.texts(); text++) {
      int first = tasks[0];
      int tokens = (into.start(text, first + 1) - into.start(text, first)) / outputs[0];
      for (int token = 0; token < tokens; token++) {
        for (int i = 0; i < tasks.length; i++) {
          int to = into.start(text, tasks[i]) + token * outputs[i];
          System.arraycopy(products, at, into.row(text), to, outputs[i]);
          at += outputs[i];
        }
      }
    }
  }

  @Override
  public void close() {
    if (product != null) {
      product.close();
    }
  }
}
