package io.trunkline.tagging.format;

import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.ScoredSpan;
import io.trunkline.model.TaskKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link TextLabelWriter} writes. */
final class TextLabelReader implements LabelReader {
  @Override
  public Content read(String task, TaskKind kind, byte[] value) throws IOException {
    String line = Utf8.decode(value);
    List<String> fields = line.isEmpty() ? List.of() : List.of(line.split("\t", -1));
    boolean abstained =
        fields.size() % fieldsOf(kind) != 0 || (kind == TaskKind.SCORE && fields.size() == 2);
    if (abstained) {
      require(fields.get(fields.size() - 1).equals(TextLabelWriter.ABSTAINED), line, kind);
      fields = fields.subList(0, fields.size() - 1);
    }
    require(fields.size() % fieldsOf(kind) == 0, line, kind);
    return new Content(prediction(task, kind, fields, line, abstained), null, null);
  }

  private static Prediction prediction(
      String task, TaskKind kind, List<String> fields, String line, boolean abstained)
      throws IOException {
    return switch (kind) {
      case SINGLE_LABEL -> {
        require(fields.size() == 2, line, kind);
        yield new Prediction.OneLabel(task, labels(fields), abstained);
      }
      case MULTI_LABEL -> new Prediction.SeveralLabels(task, labels(fields), List.of(), abstained);
      case SPANS -> new Prediction.Spans(task, spans(fields), abstained);
      case SCORE -> {
        require(fields.size() == 1, line, kind);
        yield new Prediction.Score(task, number(fields.get(0)), abstained);
      }
    };
  }

  private static List<ScoredLabel> labels(List<String> fields) throws IOException {
    List<ScoredLabel> labels = new ArrayList<>();
    for (int i = 0; i < fields.size(); i += 2) {
      labels.add(new ScoredLabel(fields.get(i), number(fields.get(i + 1))));
    }
    return labels;
  }

  private static List<ScoredSpan> spans(List<String> fields) throws IOException {
    List<ScoredSpan> spans = new ArrayList<>();
    for (int i = 0; i < fields.size(); i += 4) {
      spans.add(
          new ScoredSpan(
              (int) number(fields.get(i)),
              (int) number(fields.get(i + 1)),
              fields.get(i + 2),
              number(fields.get(i + 3))));
    }
    return spans;
  }

  private static int fieldsOf(TaskKind kind) {
    return switch (kind) {
      case SINGLE_LABEL, MULTI_LABEL -> 2;
      case SPANS -> 4;
      case SCORE -> 1;
    };
  }

  private static void require(boolean holds, String line, TaskKind kind) throws IOException {
    if (!holds) {
      String expected =
          switch (kind) {
            case SINGLE_LABEL -> "a label, a tab and a score";
            case MULTI_LABEL -> "labels, each with a score";
            case SPANS -> "start, end, label and score of each span";
            case SCORE -> "a number";
          };
      throw new IOException(
          OneLine.of("found '" + line + "', expected " + expected + ", separated by tabs"));
    }
  }

  private static double number(String text) throws IOException {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IOException(OneLine.of("the score is '" + text + "', expected a number"), e);
    }
  }
}
