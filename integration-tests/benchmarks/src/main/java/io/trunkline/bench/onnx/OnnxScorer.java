package io.trunkline.bench.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.TaskKind;
import io.trunkline.model.network.Logits;
import io.trunkline.model.network.Scorer;
import io.trunkline.model.onnx.OnnxGraph;
import io.trunkline.model.onnx.OnnxModel;
import io.trunkline.model.text.EncodedText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A model in ONNX Runtime, on one thread, with all of its optimisations. A batch is padded to its
 * longest text: whoever sorts texts by length does it a favour. Confined to one thread.
 */
public final class OnnxScorer implements Scorer {
  private final ModelSpec spec;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final OnnxInput input;

  /** Exports the model to memory and opens it. */
  public OnnxScorer(Model model, OnnxGraph graph) {
    spec = model.spec();
    input = new OnnxInput(model, graph);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      OnnxModel.write(model, graph, bytes);
      session = environment.createSession(bytes.toByteArray(), options);
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime refused the model", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Logits score(List<EncodedText> texts) {
    input.read(texts);
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try {
      for (String name : session.getInputNames()) {
        tensors.put(name, input.tensor(name, environment));
      }
      try (OrtSession.Result result = session.run(tensors)) {
        List<float[][]> logits = new ArrayList<>();
        for (int task = 0; task < spec.tasks().size(); task++) {
          String name = spec.tasks().get(task).name();
          OnnxTensor output = (OnnxTensor) result.get(name).orElseThrow();
          logits.add(split(output.getFloatBuffer(), task, texts));
        }
        return Logits.of(logits);
      } finally {
        tensors.values().forEach(OnnxTensor::close);
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed", e);
    }
  }

  /** The logits of each text, of spans without those of padding. */
  private float[][] split(FloatBuffer all, int task, List<EncodedText> texts) {
    int size = all.remaining() / texts.size();
    boolean spans = spec.tasks().get(task).kind() == TaskKind.SPANS;
    int tags = spans ? size / input.tokens() : 0;
    float[][] logits = new float[texts.size()][];
    for (int text = 0; text < logits.length; text++) {
      logits[text] = new float[spans ? tags * texts.get(text).wordRows().count() : size];
      all.get(text * size, logits[text]);
    }
    return logits;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed to close", e);
    }
  }
}
