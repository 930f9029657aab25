package io.trunkline.model.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.archive.AtomicFile;
import io.trunkline.model.network.Layers;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A model as an ONNX file, for other engines. It begins where text has become numbers: {@link
 * io.trunkline.model.text.TextEncoder} does that.
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><td>{@value #WORDS}</td><td>int64 [batch, tokens]: rows of the word embeddings, −1 behind a
 *     text's end; of a spans task's outputs those of −1 mean nothing</td></tr>
 * <tr><td>{@value #NGRAMS}</td><td>int64 [batch, ngrams]: rows of the n-gram table, of words and of
 *     characters; in the folded graph also, instead of the characters' n-grams of a word of the
 *     word table, the number of n-gram rows plus the word's row. Whatever is known for padding</td></tr>
 * <tr><td>{@value #NGRAM_WEIGHTS}</td><td>float [batch, ngrams]: 1/√n, where n is how many rows of its kind, of
 *     words or of characters, the text has, those that a word stands for included; 0 for
 *     padding</td></tr>
 * </table>
 *
 * <p>There is an output a task, with its name: [batch, labels] logits, or [batch, 1] for a score,
 * or [batch, tokens, tags] for spans. What makes answers of them is in the file's metadata: {@code
 * tasks} and {@code features}, as JSON.
 */
public final class OnnxModel {
  /** Name of the input of words. */
  public static final String WORDS = "words";

  /** Name of the input of n-grams; not there if no task reads whole texts. */
  public static final String NGRAMS = "ngrams";

  /** Name of the input of n-grams' weights; likewise. */
  public static final String NGRAM_WEIGHTS = "ngram_weights";

  private static final int OPERATOR_SET = 13;
  private static final int FORMAT = 7;

  /** What a file of Protocol Buffers may have, and some room for what is no table. */
  private static final long MOST_FLOATS = (Integer.MAX_VALUE - (1L << 24)) / Float.BYTES;

  private OnnxModel() {}

  /**
   * Writes a model to a file, all of it or nothing.
   *
   * @return the file's size in bytes
   * @throws InvalidInputException if it would not fit in a file
   */
  public static long write(Model model, OnnxGraph kind, Path file) throws IOException {
    return AtomicFile.write(
        file,
        part -> {
          try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(part))) {
            write(model, kind, to);
          }
          return Files.size(part);
        });
  }

  /**
   * Writes a model.
   *
   * @param to left open
   * @throws InvalidInputException if it would not fit in a file
   */
  public static void write(Model model, OnnxGraph kind, OutputStream to) throws IOException {
    requireFit(model, kind);
    Layers layers = new Layers(model);
    GraphBuilder graph = new GraphBuilder();
    Trunk trunk = new TrunkNodes(graph, model, kind, layers).add();
    new HeadNodes(graph, model.spec().tasks(), layers, trunk).add();
    ModelProto.newBuilder()
        .setIrVersion(FORMAT)
        .setProducerName("trunkline")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
        .setGraph(graph.build())
        .addMetadataProps(property("tasks", tasks(model)))
        .addMetadataProps(property("features", model.spec().features()))
        .build()
        .writeTo(to);
  }

  /** Whether some head reads a whole text. */
  static boolean readsTexts(ModelSpec spec) {
    return spec.tasks().stream()
        .anyMatch(task -> task.kind() != TaskKind.SPANS && task.reads().isEmpty());
  }

  private static void requireFit(Model model, OnnxGraph kind) {
    ModelSpec.Network network = model.spec().network();
    long words = model.embeddings().rows();
    long floats = model.parameters();
    if (kind == OnnxGraph.FOLDED) {
      long taps = network.kernels().stream().mapToInt(Integer::intValue).sum();
      floats += words * (network.wideSize() + taps * network.filters());
    }
    if (floats > MOST_FLOATS) {
      throw new InvalidInputException(
          "the ONNX file would have %d numbers, expected at most %d"
              .formatted(floats, MOST_FLOATS));
    }
  }

  private static List<Map<String, Object>> tasks(Model model) {
    return model.spec().tasks().stream().map(task -> task(task, model)).toList();
  }

  private static Map<String, Object> task(Task task, Model model) {
    return Map.of(
        "name",
        task.name(),
        "kind",
        task.kind().title(),
        "labels",
        task.labels(),
        "calibration",
        Objects.requireNonNull(model.calibration().get(task.name())));
  }

  private static StringStringEntryProto property(String name, Object value)
      throws JsonProcessingException {
    return StringStringEntryProto.newBuilder()
        .setKey(name)
        .setValue(new ObjectMapper().writeValueAsString(value))
        .build();
  }
}
