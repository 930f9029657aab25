package io.trunkline.tagging.format;

import io.trunkline.schemas.wire.OneLine;
import io.trunkline.tagging.format.QuestionReader.RawQuestion;
import io.trunkline.tagging.pipeline.QuestionMapping;
import io.trunkline.tagging.pipeline.Questions;
import io.trunkline.tagging.pipeline.RecordFormat;
import io.trunkline.tagging.records.Intake;
import io.trunkline.tagging.records.Rejected;
import io.trunkline.tagging.records.Rejected.Stage;
import io.trunkline.tagging.records.SourceRecord;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads the questions topic in any of its formats, for the job and for whoever must see the same
 * questions as it does. Confined to one thread.
 */
public final class QuestionDecoder {
  private final QuestionReader reader;
  private final QuestionRules rules;

  /** Reads what the pipeline's {@code questions} section describes. */
  public QuestionDecoder(Questions questions) {
    this(
        questions.format(),
        questions.schemas(),
        questions.mapping(),
        new QuestionRules(questions.maxTextBytes()));
  }

  QuestionDecoder(
      RecordFormat format, List<String> schemas, QuestionMapping mapping, QuestionRules rules) {
    this.rules = rules;
    reader =
        switch (format) {
          case AVRO -> new AvroQuestionReader(schemas);
          case JSON -> new JsonQuestionReader(mapping);
          case TEXT -> new TextQuestionReader();
        };
  }

  /** The question that a record holds; one that cannot be used is {@link Rejected}. */
  public Intake decode(ConsumerRecord<byte[], byte[]> record) {
    SourceRecord origin =
        new SourceRecord(
            record.topic(), record.partition(), record.offset(), record.key(), record.value());
    if (record.value() == null) {
      return rejected(
          origin,
          Stage.VALIDATE,
          new InvalidQuestionException("the record has no value, expected a question"));
    }
    try {
      RawQuestion raw = reader.read(record.value());
      return new Intake(rules.check(raw, record.timestamp(), origin), null);
    } catch (InvalidQuestionException e) {
      return rejected(origin, Stage.VALIDATE, e);
    } catch (IOException | RuntimeException e) {
      // Runtime exceptions too: bytes made with care could reach one in a parser, and what stops
      // at one record stops all that follow it.
      return rejected(origin, Stage.DECODE, e);
    }
  }

  private static Intake rejected(SourceRecord origin, Stage stage, Exception error) {
    String message = error.getMessage() == null ? "no reason given" : error.getMessage();
    return new Intake(
        null, new Rejected(origin, stage, error.getClass().getName(), OneLine.of(message)));
  }
}
