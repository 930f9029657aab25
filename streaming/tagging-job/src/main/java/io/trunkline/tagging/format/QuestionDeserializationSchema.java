package io.trunkline.tagging.format;

import io.trunkline.tagging.pipeline.QuestionMapping;
import io.trunkline.tagging.pipeline.Questions;
import io.trunkline.tagging.pipeline.RecordFormat;
import io.trunkline.tagging.records.Intake;
import io.trunkline.tagging.records.Rejected;
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
  private transient QuestionDecoder decoder;

  /** Reads what the pipeline's {@code questions} section describes. */
  public QuestionDeserializationSchema(Questions questions) {
    this.format = questions.format();
    this.schemas = questions.schemas();
    this.mapping = questions.mapping();
    this.rules = new QuestionRules(questions.maxTextBytes());
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    decoder = new QuestionDecoder(format, schemas, mapping, rules);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Intake> out) {
    out.collect(decoder.decode(record));
  }

  @Override
  public TypeInformation<Intake> getProducedType() {
    return TypeInformation.of(Intake.class);
  }
}
