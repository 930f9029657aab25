package io.trunkline.cli.model;

import io.trunkline.model.Example;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Text;
import io.trunkline.model.data.ExampleReader;
import io.trunkline.model.data.LineReader;
import io.trunkline.model.serving.Taggers;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trunkline tag}. */
@Command(
    name = "tag",
    description = {
      "Tags standard input: a text a line in, its labels a line out, as soon as it comes.",
      "A line that begins with { is a JSON object with \"text\" and, if it likes, \"id\" and"
          + " \"attributes\", an object of strings; any other line is the text itself. A blank line"
          + " gets an empty answer, so that output lines stay beside their input lines.",
      "Without --json a line has TASK=ANSWER for each task, then the text, all separated by tabs. An"
          + " answer is a label and its score, labels or spans with theirs, or a number; it begins"
          + " with ? where the model is too unsure for it to be used. Spans have their start and"
          + " end in code points."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  echo 'When did the war end?' | trunkline tag --model questions.model",
      "  trunkline tag --model questions.model --json < test.jsonl"
    })
public final class TagCommand implements Callable<Integer> {
  private static final int MAX_BATCH = 64;

  @Spec private CommandSpec spec;

  @Mixin private ModelOption model;

  @Option(
      names = "--plain",
      description = "Take every line as a text, also one that begins with {.")
  private boolean plain;

  @Option(
      names = "--json",
      description =
          "Print an object a line: {\"id\", \"text\", \"labels\": {TASK: {\"label\", \"score\","
              + " \"abstained\"}}, \"outOfScope\"}; id only where the line had one. A label is a"
              + " string, an array of strings, an array of {\"start\", \"end\", \"label\"} or a"
              + " number; its score a number, an array beside the label's, or left out.")
  private boolean json;

  TagCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    TagFormat format = json ? TagFormat.JSON : TagFormat.TABS;
    try (Tagger tagger = Taggers.create(model.read().model())) {
      LineReader lines = new LineReader(System.in, "standard input");
      boolean more = true;
      // Whoever reads the labels may have had enough of them: then there is nothing left to do.
      while (more && !out.checkError()) {
        more = answerNext(lines, tagger, format, out);
      }
    }
    return 0;
  }

  /** Answers the lines that are there, also those before one that cannot be read. */
  private boolean answerNext(LineReader lines, Tagger tagger, TagFormat format, PrintWriter out)
      throws IOException {
    List<Example> batch = new ArrayList<>();
    try {
      read(lines, batch);
    } finally {
      answer(batch, tagger, format, out);
    }
    return !batch.isEmpty();
  }

  private static void answer(
      List<Example> batch, Tagger tagger, TagFormat format, PrintWriter out) {
    List<Text> texts =
        batch.stream().filter(asked -> !asked.text().isBlank()).map(Example::input).toList();
    Iterator<Tagging> taggings =
        (texts.isEmpty() ? List.<Tagging>of() : tagger.tag(texts)).iterator();
    for (Example asked : batch) {
      out.println(format.line(asked, asked.text().isBlank() ? null : taggings.next()));
    }
    out.flush();
  }

  /** Reads the lines that are there, at least one unless the input is at its end. */
  private void read(LineReader lines, List<Example> batch) throws IOException {
    @Nullable String line = lines.next();
    while (line != null) {
      batch.add(parse(line, lines.where()));
      line = batch.size() < MAX_BATCH && lines.ready() ? lines.next() : null;
    }
  }

  private Example parse(String line, String where) {
    return !plain && line.startsWith("{")
        ? ExampleReader.parse(line, where)
        : new Example("", line, Map.of());
  }
}
