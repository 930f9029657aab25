package io.trunkline.model.network;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.text.EncodedText;
import java.util.ArrayList;
import java.util.List;

/**
 * A network that answers. It reads the tables where they lie, so that many networks may share them;
 * the graph has a copy of the dense parameters. Confined to one thread.
 */
public final class Network implements Scorer {
  private final ModelSpec spec;
  private final Parameters parameters;
  private final Trunk trunk;

  /** Builds the network; {@link #close()} frees what it holds outside the heap. */
  public Network(ModelSpec spec, Parameters parameters) {
    this.spec = spec;
    this.parameters = parameters;
    trunk = new Trunk(spec);
    copyDenseToGraph();
  }

  @Override
  public Logits score(List<EncodedText> texts) {
    return Logits.of(logits(texts));
  }

  /** The same by task and text. */
  public List<float[][]> logits(List<EncodedText> texts) {
    ModelSpec.Network shape = spec.network();
    WordInput words = WordInput.of(texts, shape.wordSize());
    TrunkInput input =
        new TrunkInput(
            words,
            new NgramInput(texts, shape.wideSize()).gather(parameters.wide()),
            words.gather(parameters.embeddings()),
            TrunkInput.ones(texts.size() * Layout.textFeatures(shape)),
            Heads.readTokens(spec)
                ? TrunkInput.ones(words.tokens() * Layout.tokenFeatures(shape))
                : new float[0]);
    List<float[]> outputs = trunk.outputs(input);
    List<float[][]> logits = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      Task task = spec.tasks().get(i);
      logits.add(HeadShape.of(task, words).split(outputs.get(i)));
    }
    return logits;
  }

  ModelSpec spec() {
    return spec;
  }

  Parameters parameters() {
    return parameters;
  }

  Trunk trunk() {
    return trunk;
  }

  /** To be called when the dense parameters have changed. */
  void copyDenseToGraph() {
    trunk.setParameters(parameters.dense());
  }

  @Override
  public void close() {
    trunk.close();
  }
}
