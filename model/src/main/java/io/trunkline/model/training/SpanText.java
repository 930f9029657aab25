package io.trunkline.model.training;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text whose every character knows the spans it stands in, so that spans keep to their characters
 * when the text changes.
 *
 * @param characters code points
 * @param owners for each character the group of spans it stands in: characters of one group are in
 *     the same span of every task
 * @param groups the spans of each group, by task
 */
record SpanText(int[] characters, int[] owners, List<Map<String, LabelValue.Span>> groups) {

  static SpanText of(Example example) {
    int[] characters = example.text().codePoints().toArray();
    List<Map<String, LabelValue.Span>> spansOf = new ArrayList<>();
    for (int i = 0; i < characters.length; i++) {
      spansOf.add(new TreeMap<>());
    }
    example
        .labels()
        .forEach(
            (task, value) -> {
              if (value instanceof LabelValue.Spans spans) {
                for (LabelValue.Span span : spans.spans()) {
                  for (int i = span.start(); i < span.end(); i++) {
                    spansOf.get(i).put(task, span);
                  }
                }
              }
            });
    return grouped(characters, spansOf);
  }

  private static SpanText grouped(int[] characters, List<Map<String, LabelValue.Span>> spansOf) {
    List<Map<String, LabelValue.Span>> groups = new ArrayList<>();
    Map<Map<String, LabelValue.Span>, Integer> places = new HashMap<>();
    int[] owners = new int[characters.length];
    for (int i = 0; i < owners.length; i++) {
      Map<String, LabelValue.Span> spans = spansOf.get(i);
      owners[i] = places.computeIfAbsent(spans, unseen -> places.size());
      if (owners[i] == groups.size()) {
        groups.add(spans);
      }
    }
    return new SpanText(characters, owners, groups);
  }

  /** The text. */
  String content() {
    return new String(characters, 0, characters.length);
  }

  /** The spans of a task where their characters stand now; those without a character are gone. */
  List<LabelValue.Span> spans(String task) {
    Map<LabelValue.Span, int[]> extents = new TreeMap<>(SpanText::inOrder);
    for (int i = 0; i < characters.length; i++) {
      LabelValue.Span span = groups.get(owners[i]).get(task);
      if (span != null) {
        int start = i;
        extents.computeIfAbsent(span, unseen -> new int[] {start, start})[1] = i + 1;
      }
    }
    return extents.entrySet().stream()
        .map(e -> new LabelValue.Span(e.getValue()[0], e.getValue()[1], e.getKey().label()))
        .toList();
  }

  /** Whether all characters from {@code start} to {@code end} are of one group. */
  boolean isOneGroup(int start, int end) {
    return Arrays.stream(owners, start, end).distinct().count() == 1;
  }

  private static int inOrder(LabelValue.Span one, LabelValue.Span other) {
    return Integer.compare(one.start(), other.start());
  }
}
