package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Where each layer's parameters lie among the dense ones: convolutions, then common heads, then for
 * each task the fusion layer that it may have and its head. The order is this class's own, not the
 * graph's, so that a model file does not depend on how Deeplearning4j sorts a graph. Plain
 * arithmetic: it starts no engine and takes no memory, however large the model.
 */
public final class Layout {
  private final ModelSpec spec;
  private final List<BitSet> reached = new ArrayList<>();
  private final List<Segment> segments = new ArrayList<>();
  private long size;

  private Layout(ModelSpec spec) {
    this.spec = spec;
    for (Task task : spec.tasks()) {
      reached.add(reached(task, new BitSet()));
    }
    addConvolutions();
    List<List<Integer>> common = Heads.common(spec);
    for (int group = 0; group < common.size(); group++) {
      List<Integer> members = common.get(group);
      int outputs = Heads.outputs(spec.tasks().get(members.get(0)));
      add(TrunkGraph.common(group), textFeatures(spec.network()), outputs, members);
    }
    for (int i = 0; i < spec.tasks().size(); i++) {
      addHead(i);
    }
  }

  /** The layout of a model's dense parameters. */
  static Layout of(ModelSpec spec) {
    return new Layout(spec);
  }

  /** How many dense parameters a model has. */
  public static long size(ModelSpec spec) {
    return of(spec).size;
  }

  /** How many of them, the first ones, are not a head's. */
  public static long trunkSize(ModelSpec spec) {
    Layout layout = of(spec);
    int last = spec.network().kernels().size() - 1;
    return layout.segment(TrunkGraph.convolution(last)).to();
  }

  /** The segments, which cover all parameters without a gap. */
  List<Segment> segments() {
    return segments;
  }

  /** How many parameters there are. */
  int size() {
    return Math.toIntExact(size);
  }

  /** The segment of a layer. */
  Segment segment(String layer) {
    return segments.stream()
        .filter(segment -> segment.layer().equals(layer))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no layer " + layer));
  }

  /** Width of what heads read of a whole text. */
  static int textFeatures(ModelSpec.Network network) {
    return network.wideSize() + network.kernels().size() * network.filters();
  }

  /** Width of what heads read of a token. */
  static int tokenFeatures(ModelSpec.Network network) {
    return network.wordSize() + network.kernels().size() * network.filters();
  }

  /** Channels that the convolution at {@code index} reads. */
  static int channels(ModelSpec.Network network, int index) {
    boolean words = index == 0 || network.arrangement() == ModelSpec.Network.Arrangement.PARALLEL;
    return words ? network.wordSize() : network.filters();
  }

  private void addConvolutions() {
    ModelSpec.Network network = spec.network();
    List<Integer> everyTask = new ArrayList<>();
    for (int i = 0; i < spec.tasks().size(); i++) {
      everyTask.add(i);
    }
    for (int i = 0; i < network.kernels().size(); i++) {
      int inputs = network.kernels().get(i) * channels(network, i);
      add(TrunkGraph.convolution(i), inputs, network.filters(), everyTask);
    }
  }

  private void addHead(int index) {
    Task task = spec.tasks().get(index);
    int inputs;
    if (Heads.isFusion(task)) {
      int read = task.reads().stream().mapToInt(name -> Heads.outputs(named(name))).sum();
      add(TrunkGraph.fusion(index), read, Heads.FUSION, List.of(index));
      inputs = Heads.FUSION;
    } else if (Heads.readsTokens(task)) {
      inputs = tokenFeatures(spec.network());
    } else {
      inputs = textFeatures(spec.network());
    }
    add(TrunkGraph.head(index), inputs, Heads.outputs(task), List.of(index));
  }

  /** Adds a layer that belongs to the given tasks. */
  private void add(String layer, int inputs, int outputs, List<Integer> owners) {
    BitSet tasks = new BitSet();
    for (int task = 0; task < reached.size(); task++) {
      if (owners.stream().anyMatch(reached.get(task)::get)) {
        tasks.set(task);
      }
    }
    Segment segment = new Segment(layer, inputs, outputs, size, tasks);
    segments.add(segment);
    size = segment.to();
  }

  /** The task and all that it reads, directly or not: whose layers its loss depends on. */
  private BitSet reached(Task task, BitSet into) {
    int place = Heads.place(spec.tasks(), task.name());
    if (!into.get(place)) {
      into.set(place);
      task.reads().forEach(name -> reached(named(name), into));
    }
    return into;
  }

  private Task named(String name) {
    return spec.tasks().get(Heads.place(spec.tasks(), name));
  }
}
