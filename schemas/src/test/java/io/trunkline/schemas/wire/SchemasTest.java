package io.trunkline.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The build's check of the schemas themselves. */
class SchemasTest {
  private static final Path SOURCES = Path.of("src/main/avro");
  private static final Path ACCEPTED =
      Path.of("src/main/resources/io/trunkline/schemas/wire/accepted");
  private static final Path PROPOSED = Path.of("target/accepted");

  @ParameterizedTest
  @MethodSource("io.trunkline.schemas.wire.Records#schemas")
  void changesCompatiblyWithEveryAcceptedVersion(Schema current) {
    assertThat(SchemaEvolution.problems(current, AcceptedSchemas.of(current.getName())))
        .as("incompatible changes of %s; give a new field a default, and keep", current.getName())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.trunkline.schemas.wire.Records#schemas")
  void isAcceptedAsItIs(Schema current) throws IOException {
    List<Schema> accepted = AcceptedSchemas.of(current.getName());
    // Equal whatever the documentation says: that may be reworded at any time.
    if (!accepted.isEmpty() && accepted.get(accepted.size() - 1).equals(current)) {
      return;
    }
    Path file = Path.of(current.getName(), (accepted.size() + 1) + ".avsc");
    Path proposed = PROPOSED.resolve(file);
    Files.createDirectories(proposed.toAbsolutePath().getParent());
    Files.writeString(proposed, current.toString(true) + "\n");
    fail(
        "%s has changed since it was last accepted. Where the change is compatible, accept it: install -D schemas/%s schemas/%s",
        current.getName(), proposed, ACCEPTED.resolve(file));
  }

  @Test
  void everyRecordThatTravelsIsChecked() throws IOException {
    Set<String> nested =
        Set.of(
            "OneLabel",
            "ScoredLabel",
            "LabelledSpan",
            "SeveralLabels",
            "Spans",
            "Score",
            "Comparison",
            "EventText",
            "EventLabel",
            "FeedbackRecord");
    try (Stream<Path> files = Files.list(SOURCES)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".avsc", "")))
          .filteredOn(name -> !nested.contains(name))
          .containsExactlyInAnyOrderElementsOf(Records.schemas().map(Schema::getName).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("io.trunkline.schemas.wire.Records#schemas")
  void everyRecordAndFieldSaysWhatItIs(Schema schema) {
    Set<Schema> named = new HashSet<>();
    collectNamed(schema, named);

    for (Schema type : named) {
      assertThat(type.getDoc()).as("doc of %s", type.getName()).isNotBlank();
      if (type.getType() == Schema.Type.RECORD) {
        assertThat(type.getFields())
            .allSatisfy(field -> assertThat(field.doc()).as("doc of %s", field).isNotBlank());
      }
    }
  }

  private static void collectNamed(Schema schema, Set<Schema> named) {
    switch (schema.getType()) {
      case RECORD -> {
        if (named.add(schema)) {
          schema.getFields().forEach(field -> collectNamed(field.schema(), named));
        }
      }
      case ENUM, FIXED -> named.add(schema);
      case ARRAY -> collectNamed(schema.getElementType(), named);
      case MAP -> collectNamed(schema.getValueType(), named);
      case UNION -> schema.getTypes().forEach(branch -> collectNamed(branch, named));
      default -> {}
    }
  }
}
