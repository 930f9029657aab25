package io.trunkline.cli.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.model.archive.ArchivedModel;
import io.trunkline.model.archive.ModelArchive;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline quantize}. */
@Command(
    name = "quantize",
    description = {
      "Writes a model with 8 bits a number instead of 32 in its tables, and a scale a row.",
      "It takes a bit more than a quarter of the memory, on disk and where it serves, reads texts"
          + " more slowly, and answers almost as the model does: compare them with 'trunkline"
          + " evaluate'. What is trained further from it is quantized too."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline quantize --model questions.model --out small.model",
      "  trunkline quantize --model questions.model --out small.model --json"
    })
public final class QuantizeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ModelOption model;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "F.model",
      description = "The model file to write; all of it or nothing.")
  private Path out;

  @Option(
      names = "--json",
      description =
          "Print one object: {\"model\": digest, \"bytes\": n, \"quantized\": {\"model\": digest,"
              + " \"file\": path, \"bytes\": n}}.")
  private boolean json;

  QuantizeCommand() {}

  @Override
  public Integer call() throws IOException {
    OutputFile.requireWritable("--out", out);
    ArchivedModel archived = model.read();
    long before = Files.size(model.file());
    String digest = ModelArchive.write(archived.model().quantized(), out);
    long after = Files.size(out);
    PrintWriter to = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> quantized = new LinkedHashMap<>();
      quantized.put("model", digest);
      quantized.put("file", out.toString());
      quantized.put("bytes", after);
      Map<String, Object> written = new LinkedHashMap<>();
      written.put("model", archived.digest());
      written.put("bytes", before);
      written.put("quantized", quantized);
      to.println(new ObjectMapper().writeValueAsString(written));
    } else {
      to.printf("wrote %s, %.1f MB instead of %.1f MB%n", out, after / 1e6, before / 1e6);
    }
    return 0;
  }
}
