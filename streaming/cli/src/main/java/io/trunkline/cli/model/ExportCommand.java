package io.trunkline.cli.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.model.archive.ArchivedModel;
import io.trunkline.model.onnx.OnnxGraph;
import io.trunkline.model.onnx.OnnxModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline export}. */
@Command(
    name = "export",
    description = {
      "Writes a model as an ONNX file, for engines other than ours.",
      "The file begins where text has become numbers. Inputs, by name:",
      "  words          int64 [batch, tokens]: rows of the word embeddings; -1 is padding",
      "  ngrams         int64 [batch, ngrams]: rows of the n-gram table",
      "  ngram_weights  float [batch, ngrams]: 1 / sqrt(n) where n is how many rows of its kind,",
      "                 of words or of characters, the text has; 0 is padding",
      "There is an output a task, of the task's name: [batch, labels] logits, [batch, 1] of a"
          + " score, [batch, tokens, tags] of spans. Labels and calibration are in the file's"
          + " metadata, as JSON."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline export --model questions.model --onnx questions.onnx",
      "  trunkline export --model questions.model --graph folded --onnx questions.onnx --json"
    })
public final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ModelOption model;

  @Option(
      names = "--onnx",
      required = true,
      paramLabel = "F.onnx",
      description = "The file to write; all of it or nothing.")
  private Path onnx;

  @Option(
      names = "--graph",
      paramLabel = "GRAPH",
      defaultValue = "PLAIN",
      description =
          "plain: the network as it was trained (the default). folded: compiled, with look-ups"
              + " instead of convolutions over words; faster, larger, and with ngrams of a word of"
              + " the word table as one: the number of n-gram rows plus the word's row.")
  private OnnxGraph graph;

  @Option(
      names = "--json",
      description =
          "Print one object: {\"model\": digest, \"file\": path, \"graph\": plain or folded,"
              + " \"bytes\": n}.")
  private boolean json;

  ExportCommand() {}

  @Override
  public Integer call() throws IOException {
    OutputFile.requireWritable("--onnx", onnx);
    ArchivedModel archived = model.read();
    long bytes = OnnxModel.write(archived.model(), graph, onnx);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> written = new LinkedHashMap<>();
      written.put("model", archived.digest());
      written.put("file", onnx.toString());
      written.put("graph", graph.title());
      written.put("bytes", bytes);
      out.println(new ObjectMapper().writeValueAsString(written));
    } else {
      out.printf("wrote %s, the %s graph, %.1f MB%n", onnx, graph.title(), bytes / 1e6);
    }
    return 0;
  }
}
