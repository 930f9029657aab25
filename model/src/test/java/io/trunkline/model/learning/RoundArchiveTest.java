package io.trunkline.model.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue.One;
import io.trunkline.model.LabelValue.Score;
import io.trunkline.model.LabelValue.Several;
import io.trunkline.model.LabelValue.Span;
import io.trunkline.model.LabelValue.Spans;
import io.trunkline.model.archive.DirectoryModelStore;
import io.trunkline.model.archive.ModelStore;
import io.trunkline.model.archive.SealedZip;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundArchiveTest {
  private static final Round ROUND =
      new Round(
          "ab".repeat(32),
          RoundSettings.defaults(),
          42,
          List.of(
              new Example("1", "two\nlines 🙂", Map.of("grade", "7"), Map.of("a", new One("x"))),
              new Example("2", "t", Map.of("b", new Several(List.of("x", "y")))),
              new Example("3", "abc", Map.of("c", new Spans(List.of(new Span(0, 2, "z")))))),
          List.of(new Example("", "s", Map.of("d", new Score(-0.5)))));

  @TempDir Path directory;
  private ModelStore store;
  private Path file;

  @BeforeEach
  void name() {
    store = new DirectoryModelStore(directory.resolve("rounds"));
    file = directory.resolve("round");
  }

  @Test
  void aRoundComesBackAsItWas() throws Exception {
    assertThat(RoundArchive.load(store, stored(RoundArchive.write(ROUND, file)))).isEqualTo(ROUND);
  }

  @Test
  void equalRoundsHaveOneDigestAndOthersAnother() throws Exception {
    String digest = RoundArchive.write(ROUND, file);
    Round other = new Round(ROUND.parent(), ROUND.settings(), 43, ROUND.fresh(), List.of());

    assertThat(RoundArchive.write(ROUND, directory.resolve("again"))).isEqualTo(digest);
    assertThat(RoundArchive.write(other, directory.resolve("other"))).isNotEqualTo(digest);
  }

  @Test
  void whatIsNoRoundIsRefusedInOneLine() throws Exception {
    assertRefused(Map.of(), "it has no entry round.json");
    assertRefused(
        entries("{\"parent\":\"p\",\"seed\":1}"),
        "in round.json, Missing creator property 'settings'");
    assertRefused(entries("{\"parent\":"), "in round.json, Unexpected end-of-input");
    String json = new String(roundJson(), StandardCharsets.UTF_8);
    assertRefused(
        entries(json.replace("\"freshShare\":0.3", "\"freshShare\":7.5")),
        "training setting freshShare is 7.5");
    assertRefused(
        entries(json.replace("\"seed\"", "\"@class\":\"x\",\"seed\"")), "Unrecognized field");
  }

  private byte[] roundJson() throws Exception {
    String digest = stored(RoundArchive.write(ROUND, file));
    return SealedZip.read(
            store,
            digest,
            "round",
            List.of("round.json", "fresh.jsonl", "replayed.jsonl"),
            RoundArchive.MAX_BYTES)
        .get("round.json");
  }

  private void assertRefused(Map<String, byte[]> entries, String reason) throws Exception {
    String digest = stored(SealedZip.write(entries, file));
    assertThatThrownBy(() -> RoundArchive.load(store, digest))
        .isInstanceOf(InvalidInputException.class)
        .message()
        .startsWith(digest + " is no usable round: ")
        .contains(reason)
        .doesNotContain("\n");
  }

  private static Map<String, byte[]> entries(String json) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("round.json", json.getBytes(StandardCharsets.UTF_8));
    entries.put("fresh.jsonl", new byte[0]);
    entries.put("replayed.jsonl", new byte[0]);
    return entries;
  }

  private String stored(String digest) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      store.put(digest, in);
    }
    return digest;
  }
}
