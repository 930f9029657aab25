package io.trunkline.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SchemaEvolutionTest {
  private static final Schema ID_ONLY = record("{'name': 'id', 'type': 'string'}");
  private static final Schema WITH_OPTIONAL =
      record(
          "{'name': 'id', 'type': 'string'}",
          "{'name': 'tag', 'type': ['null', 'string'], 'default': null}");

  @Test
  void anOptionalFieldMayBeAddedOrTakenAway() {
    assertThat(SchemaEvolution.problems(WITH_OPTIONAL, List.of(ID_ONLY))).isEmpty();
    assertThat(SchemaEvolution.problems(ID_ONLY, List.of(WITH_OPTIONAL))).isEmpty();
  }

  @Test
  void aFieldWithoutADefaultMayNotBeAdded() {
    Schema current =
        record("{'name': 'id', 'type': 'string'}", "{'name': 'tag', 'type': 'string'}");

    assertThat(SchemaEvolution.problems(current, List.of(ID_ONLY)))
        .singleElement()
        .asString()
        .startsWith("cannot read what Thing 1 wrote: READER_FIELD_MISSING_DEFAULT_VALUE")
        .contains("tag");
  }

  @Test
  void aFieldWithoutADefaultMayNotBeTakenAway() {
    Schema current = record("{'name': 'other', 'type': 'string', 'default': ''}");

    assertThat(SchemaEvolution.problems(current, List.of(ID_ONLY)))
        .singleElement()
        .asString()
        .startsWith("writes what Thing 1 cannot read: READER_FIELD_MISSING_DEFAULT_VALUE")
        .contains("id");
  }

  @Test
  void aTypeMayNotBeWidenedForOldReadersCannotFollow() {
    Schema ints = record("{'name': 'id', 'type': 'int'}");
    Schema longs = record("{'name': 'id', 'type': 'long'}");

    assertThat(SchemaEvolution.problems(longs, List.of(ints)))
        .singleElement()
        .asString()
        .startsWith("writes what Thing 1 cannot read: TYPE_MISMATCH");
  }

  @Test
  void everyAcceptedVersionCountsNotOnlyTheLast() {
    Schema withoutId = record("{'name': 'tag', 'type': ['null', 'string'], 'default': null}");

    assertThat(SchemaEvolution.problems(withoutId, List.of(ID_ONLY, WITH_OPTIONAL)))
        .hasSize(2)
        .anyMatch(problem -> problem.contains("Thing 1"))
        .anyMatch(problem -> problem.contains("Thing 2"));
  }

  private static Schema record(String... fields) {
    String json =
        "{'type': 'record', 'name': 'Thing', 'fields': [%s]}".formatted(String.join(",", fields));
    return new Schema.Parser().parse(json.replace('\'', '"'));
  }
}
