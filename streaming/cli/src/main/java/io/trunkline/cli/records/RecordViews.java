package io.trunkline.cli.records;

import io.trunkline.model.InvalidInputException;
import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.avro.ModelStatus;
import io.trunkline.schemas.avro.TextEvent;
import io.trunkline.tagging.pipeline.Pipeline;
import io.trunkline.tagging.pipeline.RecordFormat;

/** Finds the view that suits a topic by the use a pipeline makes of it. */
final class RecordViews {
  private RecordViews() {}

  static RecordView of(String topic, Pipeline pipeline) {
    if (topic.equals(pipeline.questions().topic())) {
      return pipeline.questions().format() == RecordFormat.AVRO
          ? new AvroView<>(TextEvent.class)
          : new QuestionView();
    }
    if (topic.equals(pipeline.deadLetters().topic())) {
      return new AvroView<>(DeadLetter.class);
    }
    if (topic.equals(pipeline.models().topic())) {
      return new AvroView<>(ModelAnnouncement.class);
    }
    if (topic.equals(pipeline.models().statusTopic())) {
      return new AvroView<>(ModelStatus.class);
    }
    if (pipeline.labels().taskOf(topic).isPresent()) {
      return new LabelView(pipeline.labels());
    }
    throw new InvalidInputException(
        "topic '%s' is none of this pipeline's: %s, %s, %s, %s or %s"
            .formatted(
                topic,
                pipeline.questions().topic(),
                pipeline.labels().topic(),
                pipeline.deadLetters().topic(),
                pipeline.models().topic(),
                pipeline.models().statusTopic()));
  }
}
