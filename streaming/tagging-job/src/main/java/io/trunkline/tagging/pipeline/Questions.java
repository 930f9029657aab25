package io.trunkline.tagging.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What is read.
 *
 * @param topic where from
 * @param format how its records are written
 * @param schemas of writers newer than this program, as JSON; unused but by format avro
 * @param mapping where a JSON record holds what is needed; unused by other formats
 * @param start where reading begins
 * @param maxTextBytes the longest text in bytes of UTF-8; longer ones go to the dead letters
 * @param maxIdleness after how long without records a partition no longer holds back event time
 * @param maxOutOfOrderness by how much a question may be older than one read before it and still be
 *     on time
 */
public record Questions(
    String topic,
    RecordFormat format,
    List<String> schemas,
    QuestionMapping mapping,
    Start start,
    int maxTextBytes,
    Duration maxIdleness,
    Duration maxOutOfOrderness) {

  private static final Duration DAY = Duration.ofDays(1);

  public Questions {
    schemas = List.copyOf(schemas);
  }

  static Questions read(Section section, Path base) {
    Questions questions =
        new Questions(
            section.get("topic", "questions", Topics.NAME),
            section.get("format", RecordFormat.AVRO, Scalar.oneOf(RecordFormat.class)),
            section.list("schemas", SchemaFiles.from(base)),
            section.section("mapping", QuestionMapping::read),
            section.get("start", Start.COMMITTED, Start.SCALAR),
            section.get("maxTextBytes", 64 * 1024, Scalar.integer(1, 16 * 1024 * 1024)),
            section.get(
                "maxIdleness", Duration.ofSeconds(30), Scalar.duration(Duration.ofMillis(1), DAY)),
            section.get(
                "maxOutOfOrderness", Duration.ofSeconds(5), Scalar.duration(Duration.ZERO, DAY)));
    if (questions.format != RecordFormat.JSON
        && !questions.mapping.equals(QuestionMapping.DEFAULT)) {
      throw section.invalid(
          "mapping", "only records of format json have one, expected it left out");
    }
    if (questions.format != RecordFormat.AVRO && !questions.schemas.isEmpty()) {
      throw section.invalid(
          "schemas", "only records of format avro have any, expected it left out");
    }
    return questions;
  }
}
