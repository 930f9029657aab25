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
  private final @Nullable Product product;

  private HeadProduct(List<Integer> tasks, List<Integer> outputs, @Nullable Product product) {
    this.tasks = tasks.stream().mapToInt(Integer::intValue).toArray();
    this.outputs = outputs.stream().mapToInt(Integer::intValue).toArray();
    this.product = product;
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
   * Multiplies, and gives each task and text what is its.
   *
   * @param rows of all texts, one text after the other
   * @param counts rows of each text
   * @param into by task and text
   */
  void split(float[] rows, int[] counts, float[][][] into) {
    if (product == null) {
      return;
    }
    int all = 0;
    for (int count : counts) {
      all += count;
    }
    float[] products = product.of(rows, all);
    int at = 0;
    for (int text = 0; text < counts.length; text++) {
      for (int i = 0; i < tasks.length; i++) {
        into[tasks[i]][text] = new float[counts[text] * outputs[i]];
      }
      for (int row = 0; row < counts[text]; row++) {
        for (int i = 0; i < tasks.length; i++) {
          int size = outputs[i];
          System.arraycopy(products, at, into[tasks[i]][text], row * size, size);
          at += size;
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
