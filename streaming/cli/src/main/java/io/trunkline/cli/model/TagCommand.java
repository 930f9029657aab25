package io.trunkline.cli.model;

import io.trunkline.model.Example;
import io.trunkline.model.Prediction;
import io.trunkline.model.Tagger;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.data.ExampleReader;
import io.trunkline.model.data.LineReader;
import io.trunkline.model.serving.Taggers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline tag}. */
@Command(
    name = "tag",
    description = {
      "Tags standard input: a text a line in, its labels a line out, as soon as it comes.",
      "A line that begins with { is a JSON object with \"text\" and, if it likes, \"id\"; any other"
          + " line is the text itself. A blank line gets an empty answer, so that output lines stay"
          + " beside their input lines.",
      "Without --json a line has TASK=LABEL and its score for each task, then the text, all"
          + " separated by tabs."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  echo 'When did the war end?' | trunkline tag --model questions.model",
      "  trunkline tag --model questions.model --json < test.jsonl"
    })
public final class TagCommand implements Callable<Integer> {
  private static final int MAX_BATCH = 64;

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "MODEL",
      description = "A model file that 'trunkline train' wrote.")
  private Path model;

  @Option(
      names = "--plain",
      description = "Take every line as a text, also one that begins with {.")
  private boolean plain;

  @Option(
      names = "--json",
      description =
          "Print an object a line: {\"id\", \"text\", \"labels\": {TASK: {\"label\", \"score\"}}};"
              + " id only where the line had one.")
  private boolean json;

  TagCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    TagFormat format = json ? TagFormat.JSON : TagFormat.TABS;
    try (Tagger tagger = Taggers.create(ModelArchive.read(model).model())) {
      LineReader lines = new LineReader(System.in, "standard input");
      // Whoever reads the labels may have had enough of them: then there is nothing left to do.
      for (List<Example> batch = next(lines); !batch.isEmpty() && !out.checkError(); ) {
        answer(batch, tagger, format, out);
        batch = next(lines);
      }
    }
    return 0;
  }

  private static void answer(
      List<Example> batch, Tagger tagger, TagFormat format, PrintWriter out) {
    List<String> texts = batch.stream().map(Example::text).filter(text -> !text.isBlank()).toList();
    Iterator<List<Prediction>> predictions =
        (texts.isEmpty() ? List.<List<Prediction>>of() : tagger.tag(texts)).iterator();
    for (Example asked : batch) {
      out.println(format.line(asked, asked.text().isBlank() ? List.of() : predictions.next()));
    }
    out.flush();
  }

  /** The lines that are there, at least one unless the input is at its end. */
  private List<Example> next(LineReader lines) throws IOException {
    List<Example> batch = new ArrayList<>();
    @Nullable String line = lines.next();
    while (line != null) {
      batch.add(parse(line, lines.where()));
      line = batch.size() < MAX_BATCH && lines.ready() ? lines.next() : null;
    }
    return batch;
  }

  private Example parse(String line, String where) {
    return !plain && line.startsWith("{")
        ? ExampleReader.parse(line, where)
        : new Example("", line, Map.of());
  }
}
