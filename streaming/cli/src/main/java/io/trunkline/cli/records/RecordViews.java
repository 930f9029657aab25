package io.trunkline.cli.records;

import io.trunkline.model.InvalidInputException;
import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.schemas.avro.Drift;
import io.trunkline.schemas.avro.Feedback;
import io.trunkline.schemas.avro.LabelledExample;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.avro.ModelDecision;
import io.trunkline.schemas.avro.ModelProposal;
import io.trunkline.schemas.avro.ModelStatus;
import io.trunkline.schemas.avro.Round;
import io.trunkline.schemas.avro.TaskQuality;
import io.trunkline.schemas.avro.TextEvent;
import io.trunkline.tagging.pipeline.Learning;
import io.trunkline.tagging.pipeline.Pipeline;
import io.trunkline.tagging.pipeline.RecordFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds the view that suits a topic by the use a pipeline makes of it. */
final class RecordViews {
  private RecordViews() {}

  static RecordView of(String topic, Pipeline pipeline) {
    if (topic.equals(pipeline.questions().topic())) {
      return pipeline.questions().format() == RecordFormat.AVRO
          ? new AvroView<>(TextEvent.class)
          : new QuestionView();
    }
    Map<String, RecordView> views = own(pipeline);
    RecordView own = views.get(topic);
    if (own != null) {
      return own;
    }
    if (pipeline.labels().taskOf(topic).isPresent()) {
      return new LabelView(pipeline.labels());
    }
    throw new InvalidInputException(
        "topic '%s' is none of this pipeline's: %s, %s, %s"
            .formatted(
                topic,
                pipeline.questions().topic(),
                pipeline.labels().topic(),
                String.join(", ", views.keySet())));
  }

  /** By topic, those whose records are this project's own. */
  private static Map<String, RecordView> own(Pipeline pipeline) {
    Map<String, RecordView> views = new LinkedHashMap<>();
    views.put(pipeline.deadLetters().topic(), new AvroView<>(DeadLetter.class));
    views.put(pipeline.models().topic(), new AvroView<>(ModelAnnouncement.class));
    views.put(pipeline.models().statusTopic(), new AvroView<>(ModelStatus.class));
    if (pipeline.learning().enabled()) {
      Learning learning = pipeline.learning();
      views.put(learning.feedbackTopic(), new AvroView<>(Feedback.class));
      views.put(learning.examplesTopic(), new AvroView<>(LabelledExample.class));
      views.put(learning.roundsTopic(), new AvroView<>(Round.class));
      views.put(learning.decisionsTopic(), new AvroView<>(ModelDecision.class));
      views.put(learning.proposalsTopic(), new AvroView<>(ModelProposal.class));
      views.put(learning.qualityTopic(), new AvroView<>(TaskQuality.class));
      views.put(learning.driftTopic(), new AvroView<>(Drift.class));
    }
    return views;
  }
}
