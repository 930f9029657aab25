package io.trunkline.cli.records;

import io.trunkline.cli.terminal.PredictionText;
import io.trunkline.cli.terminal.Terminal;
import io.trunkline.model.ScoredLabel;
import io.trunkline.schemas.avro.Comparison;
import io.trunkline.schemas.avro.LabelledSpan;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.Score;
import io.trunkline.schemas.avro.SeveralLabels;
import io.trunkline.schemas.avro.Spans;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What fields of records hold, for machines and for people. */
final class AvroValues {
  private AvroValues() {}

  /** The value in types that JSON has: maps, lists, strings, numbers, booleans and null. */
  static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof SpecificRecord record) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      for (Field field : record.getSchema().getFields()) {
        fields.put(field.name(), plain(record.get(field.pos())));
      }
      return fields;
    }
    if (value instanceof Collection<?> items) {
      return items.stream().map(AvroValues::plain).toList();
    }
    if (value instanceof Map<?, ?> entries) {
      Map<String, @Nullable Object> sorted = new TreeMap<>();
      entries.forEach((key, item) -> sorted.put(key.toString(), plain(item)));
      return sorted;
    }
    if (value instanceof ByteBuffer bytes) {
      return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }
    return value instanceof Number || value instanceof Boolean || value == null
        ? value
        : value.toString();
  }

  /** The value in a line; empty if there is nothing in it. */
  static String line(@Nullable Object value) {
    return Terminal.harmless(text(value));
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof OneLabel label) {
      return of(label);
    }
    if (value instanceof SeveralLabels several) {
      return several.getLabels().isEmpty() ? "(none)" : joined(several.getLabels());
    }
    if (value instanceof Spans spans) {
      return spans.getSpans().isEmpty() ? "(none)" : joined(spans.getSpans());
    }
    if (value instanceof LabelledSpan span) {
      return "%s[%d:%d]".formatted(span.getLabel(), span.getStart(), span.getEnd());
    }
    if (value instanceof Score score) {
      return Double.toString(score.getValue());
    }
    if (value instanceof Comparison comparison) {
      return of(comparison);
    }
    if (value instanceof Collection<?> items) {
      return joined(items);
    }
    if (value instanceof Map<?, ?> entries) {
      return new TreeMap<>(entries)
          .entrySet().stream()
              .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
              .collect(Collectors.joining(", "));
    }
    return String.valueOf(plain(value));
  }

  private static String of(OneLabel label) {
    return label.getScore() == null
        ? label.getLabel()
        : PredictionText.of(new ScoredLabel(label.getLabel(), label.getScore()));
  }

  private static String of(Comparison comparison) {
    return String.format(
        Locale.ROOT,
        "%s%s %s %s %.3f -> %.3f [%+.3f, %+.3f] on %d %s",
        comparison.getTask(),
        comparison.getLabel() == null ? "" : "/" + comparison.getLabel(),
        comparison.getExamples(),
        comparison.getMeasure(),
        comparison.getChampion(),
        comparison.getCandidate(),
        comparison.getLower(),
        comparison.getUpper(),
        comparison.getTexts(),
        comparison.getHolds() ? "holds" : "does not hold");
  }

  private static String joined(Collection<?> items) {
    return List.copyOf(items).stream().map(AvroValues::text).collect(Collectors.joining(", "));
  }
}
