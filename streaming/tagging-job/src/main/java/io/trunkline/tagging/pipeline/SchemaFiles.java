package io.trunkline.tagging.pipeline;

import io.trunkline.schemas.avro.TextEvent;
import io.trunkline.schemas.wire.AvroCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** Schemas of writers that are newer than this program. */
final class SchemaFiles {
  private SchemaFiles() {}

  /** The JSON of a schema file, its path taken from {@code base} where it is relative. */
  static Scalar<String> from(Path base) {
    return new Scalar<>(
        "an Avro schema file that a TextEvent can be read from", file -> read(base, file));
  }

  private static Optional<String> read(Path base, String file) {
    try {
      String json = Files.readString(base.resolve(file));
      AvroCodec.of(TextEvent.class, List.of(new Schema.Parser().parse(json)));
      return Optional.of(json);
    } catch (IOException | AvroRuntimeException | IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }
}
