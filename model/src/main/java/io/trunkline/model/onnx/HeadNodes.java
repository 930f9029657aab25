package io.trunkline.model.onnx;

import static io.trunkline.model.onnx.GraphBuilder.integer;
import static io.trunkline.model.onnx.GraphBuilder.integers;

import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.network.Affine;
import io.trunkline.model.network.Layers;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The heads as nodes. */
final class HeadNodes {
  private final GraphBuilder graph;
  private final List<Task> tasks;
  private final Layers layers;
  private final Trunk trunk;
  private final @Nullable String[] logits;

  HeadNodes(GraphBuilder graph, List<Task> tasks, Layers layers, Trunk trunk) {
    this.graph = graph;
    this.tasks = tasks;
    this.layers = layers;
    this.trunk = trunk;
    logits = new String[tasks.size()];
  }

  /** Adds them, each an output of the graph. */
  void add() {
    for (int i = 0; i < tasks.size(); i++) {
      Task task = tasks.get(i);
      String outputs = String.valueOf(layers.head(i).outputs());
      if (task.kind() == TaskKind.SPANS) {
        graph.output(logits(i), task.name(), "batch", "tokens", outputs);
      } else {
        graph.output(logits(i), task.name(), "batch", outputs);
      }
    }
  }

  /** The node of a task's logits; what it reads is added first. */
  private String logits(int task) {
    String known = logits[task];
    if (known == null) {
      known = affine(layers.head(task), input(task));
      logits[task] = known;
    }
    return known;
  }

  private String input(int index) {
    Task task = tasks.get(index);
    if (task.reads().isEmpty()) {
      return task.kind() == TaskKind.SPANS
          ? Objects.requireNonNull(trunk.ofTokens())
          : trunk.ofTexts();
    }
    String[] read = task.reads().stream().map(this::reading).toArray(String[]::new);
    String joined = graph.node("Concat", List.of(integer("axis", 1)), read);
    return graph.node("Relu", affine(layers.fusion(index), joined));
  }

  /** What a task says, as others read it. */
  private String reading(String name) {
    int place = 0;
    while (!tasks.get(place).name().equals(name)) {
      place++;
    }
    String said = logits(place);
    return switch (tasks.get(place).kind()) {
      case SINGLE_LABEL -> graph.node("Softmax", List.of(integer("axis", -1)), said);
      case MULTI_LABEL -> graph.node("Sigmoid", said);
      case SCORE -> said;
      case SPANS -> {
        String present = graph.node("Mul", graph.node("Sigmoid", said), trunk.present());
        yield graph.node(
            "ReduceMax", List.of(integers("axes", 1), integer("keepdims", 0)), present);
      }
    };
  }

  private String affine(Affine layer, String input) {
    int inputs = layer.inputs();
    int outputs = layer.outputs();
    float[] turned = new float[layer.weights().length];
    for (int output = 0; output < outputs; output++) {
      for (int i = 0; i < inputs; i++) {
        turned[i * outputs + output] = layer.weights()[output * inputs + i];
      }
    }
    String product = graph.node("MatMul", input, graph.floats(turned, inputs, outputs));
    return graph.node("Add", product, graph.floats(layer.biases(), outputs));
  }
}
