package io.trunkline.cli.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.archive.StoredFile;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Models are called a, b, c …, in the order they were announced; round R(x) made model x. */
final class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
  private static final Instant OLD = NOW.minusSeconds(1_000);
  private static final Instant YOUNG = NOW.minusSeconds(10);
  private static final Instant YOUNG_SINCE = NOW.minusSeconds(100);

  private final Map<String, String> parents = new HashMap<>();

  @Test
  void theLastAnnouncedStayAndTheOthersGo() throws Exception {
    assertThat(kept(rules(2), announced("a", "b", "c", "d"), old("a", "b", "c", "d")))
        .containsExactly(Map.entry("c", "announced lately"), Map.entry("d", "serves"));
  }

  @Test
  void aRollbackDoesNotCountTwice() throws Exception {
    assertThat(kept(rules(2), announced("a", "b", "c", "b", "c"), old("a", "b", "c")))
        .containsOnlyKeys("b", "c");
  }

  @Test
  void whatNobodyEverAnnouncedGoesUnlessItIsYoung() throws Exception {
    List<StoredFile> files =
        List.of(
            new StoredFile("a", 1, OLD),
            new StoredFile("rejected", 1, OLD),
            new StoredFile("underWay", 1, YOUNG));

    assertThat(kept(rules(1), announced("a"), files))
        .containsExactly(Map.entry("a", "serves"), Map.entry("underWay", "young"));
  }

  @Test
  void whatTheFileOrACheckpointNamesStays() throws Exception {
    RetentionRules rules = new RetentionRules(1, YOUNG_SINCE, Set.of("a"), Set.of("b"));

    assertThat(kept(rules, announced("a", "b", "c", "d"), old("a", "b", "c", "d")))
        .containsExactly(
            Map.entry("a", "named by the pipeline"),
            Map.entry("b", "named by a checkpoint"),
            Map.entry("d", "serves"));
  }

  @Test
  void theLastStepOfWhatStaysCanBeRebuiltAndNoMore() throws Exception {
    parents.putAll(Map.of("b", "a", "c", "b", "d", "c"));

    List<Fate> fates =
        decide(
            rules(1),
            announced("a", "b", "c", "d"),
            old("a", "b", "c", "d"),
            old("R(b)", "R(c)", "R(d)"));

    assertThat(reasons(fates))
        .containsExactly(
            Map.entry("c", "parent of d"), Map.entry("d", "serves"), Map.entry("R(d)", "made d"));
  }

  @Test
  void aRoundThatIsStillToRunKeepsItsParent() throws Exception {
    parents.put("x", "b");
    RetentionRules rules = new RetentionRules(1, YOUNG_SINCE, Set.of(), Set.of("R(x)"));

    List<Fate> fates =
        decide(rules, announced("a", "b", "c"), old("a", "b", "c"), old("R(x)", "R(y)"));

    assertThat(reasons(fates))
        .containsExactly(
            Map.entry("b", "parent of round R(x)"),
            Map.entry("c", "serves"),
            Map.entry("R(x)", "named by a checkpoint"));
  }

  @Test
  void nothingIsDecidedWhereWhatStaysCannotBeRead() {
    Origins unreadable =
        new Origins() {
          @Override
          public Optional<Lineage> ofModel(String digest) {
            throw new InvalidInputException(digest + " is damaged");
          }

          @Override
          public String ofRound(String digest) {
            throw new InvalidInputException(digest + " is damaged");
          }
        };

    assertThatThrownBy(
            () ->
                Retention.decide(
                    rules(1), unreadable, announced("a", "b"), old("a", "b"), List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("b is damaged");
  }

  private static RetentionRules rules(int last) {
    return new RetentionRules(last, YOUNG_SINCE, Set.of(), Set.of());
  }

  private static List<AnnouncedModel> announced(String... digests) {
    return Announced.inTurn(digests);
  }

  private static List<StoredFile> old(String... digests) {
    return Stream.of(digests).map(digest -> new StoredFile(digest, 1, OLD)).toList();
  }

  private Map<String, String> kept(
      RetentionRules rules, List<AnnouncedModel> announced, List<StoredFile> files)
      throws IOException {
    return reasons(decide(rules, announced, files, List.of()));
  }

  private List<Fate> decide(
      RetentionRules rules,
      List<AnnouncedModel> announced,
      List<StoredFile> files,
      List<StoredFile> rounds)
      throws IOException {
    Origins origins =
        new Origins() {
          @Override
          public Optional<Lineage> ofModel(String digest) {
            return Optional.ofNullable(parents.get(digest))
                .map(parent -> new Lineage(parent, "R(" + digest + ")"));
          }

          @Override
          public String ofRound(String digest) {
            return parents.get(digest.substring(2, digest.length() - 1));
          }
        };
    return Retention.decide(rules, origins, announced, files, rounds);
  }

  private static Map<String, String> reasons(List<Fate> fates) {
    Map<String, String> reasons = new LinkedHashMap<>();
    fates.stream()
        .filter(fate -> fate.kept() != null)
        .forEach(fate -> reasons.put(fate.digest(), fate.kept()));
    return reasons;
  }
}
