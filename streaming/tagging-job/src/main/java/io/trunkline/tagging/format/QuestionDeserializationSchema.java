package io.trunkline.tagging.format;

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
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads the questions topic in any of its formats. Every record becomes exactly one {@link Intake},
 * in the order read; one that cannot be used becomes a {@link Rejected} and never an exception.
 */
public final class QuestionDeserializationSchema
    implements KafkaRecordDeserializationSchema<Intake> {
  private static final long serialVersionUID = 1L;

  private final RecordFormat format;
  private final List<String> schemas;
  private final QuestionMapping mapping;
  private final QuestionRules rules;

  @SuppressWarnings("NullAway.Init") // Made by open.
  private transient QuestionReader reader;

  /** Reads what the pipeline's {@code questions} section describes. */
  public QuestionDeserializationSchema(Questions questions) {
    this.format = questions.format();
    this.schemas = questions.schemas();
    this.mapping = questions.mapping();
    this.rules = new QuestionRules(questions.maxTextBytes());
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    reader =
        switch (format) {
          case AVRO -> new AvroQuestionReader(schemas);
          case JSON -> new JsonQuestionReader(mapping);
          case TEXT -> new TextQuestionReader();
        };
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Intake> out) {
    out.collect(read(record));
  }

  @Override
  public TypeInformation<Intake> getProducedType() {
    return TypeInformation.of(Intake.class);
  }

  private Intake read(ConsumerRecord<byte[], byte[]> record) {
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
