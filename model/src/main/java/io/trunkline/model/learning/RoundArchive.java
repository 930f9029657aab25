package io.trunkline.model.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.archive.ModelStore;
import io.trunkline.model.archive.SealedZip;
import io.trunkline.model.data.ExampleReader;
import io.trunkline.model.data.ExampleWriter;
import io.trunkline.model.data.LineReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The file of a round: a zip of {@code round.json}, {@code fresh.jsonl} and {@code replayed.jsonl},
 * sealed with its digest as a model's file is. The examples are as data files have them.
 */
public final class RoundArchive {
  /** The most bytes that the file of a round may have. */
  public static final int MAX_BYTES = 1 << 28;

  private static final String ROUND = "round.json";
  private static final String FRESH = "fresh.jsonl";
  private static final String REPLAYED = "replayed.jsonl";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  /** What {@code round.json} has. */
  private record Plan(String parent, long seed, RoundSettings settings) {}

  private RoundArchive() {}

  /**
   * Refuses an example that no archive could give back: its line would be too long to be read.
   *
   * @throws InvalidInputException that says so
   */
  public static void requireFit(Example example) {
    int bytes = ExampleWriter.lines(List.of(example)).length;
    if (bytes > LineReader.MAX_BYTES) {
      throw new InvalidInputException(
          "the example takes %d bytes as a line of JSON, expected at most %d"
              .formatted(bytes, LineReader.MAX_BYTES));
    }
  }

  /**
   * Writes a round, all of the file or nothing. Equal rounds have equal files.
   *
   * @return the digest
   */
  public static String write(Round round, Path file) throws IOException {
    Plan plan = new Plan(round.parent(), round.seed(), round.settings());
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(ROUND, JSON.writeValueAsBytes(plan));
    entries.put(FRESH, ExampleWriter.lines(round.fresh()));
    entries.put(REPLAYED, ExampleWriter.lines(round.replayed()));
    return SealedZip.write(entries, file);
  }

  /**
   * Reads a round from a store of rounds.
   *
   * @throws InvalidInputException if what lies there is no round, or has another digest
   */
  public static Round load(ModelStore store, String digest) throws IOException {
    Map<String, byte[]> entries =
        SealedZip.read(store, digest, "round", List.of(ROUND, FRESH, REPLAYED), MAX_BYTES);
    try {
      Plan plan = JSON.readValue(entry(entries, ROUND), Plan.class);
      return new Round(
          plan.parent(),
          plan.settings(),
          plan.seed(),
          examples(entries, FRESH),
          examples(entries, REPLAYED));
    } catch (JsonProcessingException e) {
      // Jackson's advice on its own settings, behind a semicolon, would help nobody.
      String line =
          e.getOriginalMessage().lines().findFirst().orElse("malformed").replaceFirst("; `.*", "");
      throw new InvalidInputException(
          "%s is no usable round: in %s, %s".formatted(digest, ROUND, line), e);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          "%s is no usable round: %s".formatted(digest, e.getMessage()), e);
    }
  }

  private static List<Example> examples(Map<String, byte[]> entries, String name)
      throws IOException {
    return ExampleReader.read(new ByteArrayInputStream(entry(entries, name)), name);
  }

  private static byte[] entry(Map<String, byte[]> entries, String name) {
    return Objects.requireNonNull(entries.get(name));
  }
}
