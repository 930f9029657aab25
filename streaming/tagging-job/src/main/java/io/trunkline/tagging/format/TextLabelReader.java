package io.trunkline.tagging.format;

import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.ScoredSpan;
import io.trunkline.model.TaskKind;
import io.trunkline.schemas.wire.OneLine;
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
        !complete(kind, fields.size())
            && !fields.isEmpty()
            && fields.get(fields.size() - 1).equals(TextLabelWriter.ABSTAINED);
    List<String> answer = abstained ? fields.subList(0, fields.size() - 1) : fields;
    if (!complete(kind, answer.size())) {
      throw new IOException(OneLine.of("found '" + line + "', expected " + expected(kind)));
    }
    return new Content(prediction(task, kind, answer, abstained), null, null);
  }

  /** Whether so many fields are an answer without the one that says that it is abstained from. */
  private static boolean complete(TaskKind kind, int fields) {
    return switch (kind) {
      case SINGLE_LABEL -> fields == 2;
      case MULTI_LABEL -> fields % 2 == 0;
      case SPANS -> fields % 4 == 0;
      case SCORE -> fields == 1;
    };
  }

  private static String expected(TaskKind kind) {
    return switch (kind) {
      case SINGLE_LABEL -> "a label, a tab and a score";
      case MULTI_LABEL -> "labels, each with a score, and tabs between them";
      case SPANS -> "start, end, label and score of each span, and tabs between them";
      case SCORE -> "a number";
    };
  }

  private static Prediction prediction(
      String task, TaskKind kind, List<String> fields, boolean abstained) throws IOException {
    return switch (kind) {
      case SINGLE_LABEL -> new Prediction.OneLabel(task, labels(fields), abstained);
      case MULTI_LABEL -> new Prediction.SeveralLabels(task, labels(fields), List.of(), abstained);
      case SPANS -> new Prediction.Spans(task, spans(fields), abstained);
      case SCORE -> new Prediction.Score(task, number(fields.get(0)), abstained);
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
      int start = (int) number(fields.get(i));
      int end = (int) number(fields.get(i + 1));
      spans.add(new ScoredSpan(start, end, fields.get(i + 2), number(fields.get(i + 3))));
    }
    return spans;
  }

  private static double number(String text) throws IOException {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IOException(OneLine.of("the score is '" + text + "', expected a number"), e);
    }
  }
}
