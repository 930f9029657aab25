package io.trunkline.testing;

import io.trunkline.model.Example;
import io.trunkline.schemas.avro.TextEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Questions to ask. */
public final class Events {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<Example> SENTENCES = TinyModels.examples();

  private Events() {}

  /** Events {@code e<from>} to {@code e<to - 1>}, a second apart, of the tiny models' sentences. */
  public static List<TextEvent> range(int from, int to) {
    return IntStream.range(from, to).mapToObj(Events::event).toList();
  }

  /** The ids of such a range. */
  public static List<String> ids(int from, int to) {
    return range(from, to).stream().map(TextEvent::getId).toList();
  }

  private static TextEvent event(int number) {
    String text = SENTENCES.get(number % SENTENCES.size()).text();
    return new TextEvent("e" + number, text, FIRST.plusSeconds(number), "test", null, Map.of());
  }
}
