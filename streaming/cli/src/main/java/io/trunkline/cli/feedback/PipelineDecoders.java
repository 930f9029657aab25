package io.trunkline.cli.feedback;

import io.trunkline.feedback.Decoders;
import io.trunkline.feedback.intake.GivenLabel;
import io.trunkline.feedback.intake.KnownEvent;
import io.trunkline.model.ModelVersion;
import io.trunkline.tagging.format.DecodedLabel;
import io.trunkline.tagging.format.LabelDecoder;
import io.trunkline.tagging.format.QuestionDecoder;
import io.trunkline.tagging.pipeline.Pipeline;
import io.trunkline.tagging.records.Intake;
import io.trunkline.tagging.records.Question;
import java.io.IOException;
import java.util.Objects;

/** Has the feedback application read questions and labels as the pipeline's job does. */
final class PipelineDecoders {
  private PipelineDecoders() {}

  static Decoders of(Pipeline pipeline) {
    return new Decoders(
        () -> {
          QuestionDecoder decoder = new QuestionDecoder(pipeline.questions());
          return record -> event(decoder.decode(record));
        },
        () -> {
          LabelDecoder decoder = new LabelDecoder(pipeline.labels());
          return record -> given(decoder.decode(record));
        });
  }

  private static KnownEvent event(Intake intake) throws IOException {
    if (intake.rejected() != null) {
      throw new IOException(intake.rejected().message());
    }
    Question question = Objects.requireNonNull(intake.question());
    return new KnownEvent(question.id(), question.text().content(), question.text().attributes());
  }

  private static GivenLabel given(DecodedLabel label) {
    return new GivenLabel(
        label.eventId(),
        label.prediction().task(),
        FeedbackValues.of(label.prediction().value()),
        Objects.requireNonNullElse(label.modelDigest(), ""),
        Objects.requireNonNullElse(label.generation(), ModelVersion.UNANNOUNCED));
  }
}
