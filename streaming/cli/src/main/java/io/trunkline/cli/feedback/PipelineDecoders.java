package io.trunkline.cli.feedback;

import io.trunkline.feedback.Decoders;
import io.trunkline.feedback.intake.GivenLabel;
import io.trunkline.feedback.intake.KnownEvent;
import io.trunkline.model.LabelValue;
import io.trunkline.model.ModelVersion;
import io.trunkline.schemas.avro.LabelledSpan;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.Score;
import io.trunkline.schemas.avro.SeveralLabels;
import io.trunkline.schemas.avro.Spans;
import io.trunkline.tagging.format.DecodedLabel;
import io.trunkline.tagging.format.LabelDecoder;
import io.trunkline.tagging.format.QuestionDecoder;
import io.trunkline.tagging.pipeline.Pipeline;
import io.trunkline.tagging.records.Intake;
import io.trunkline.tagging.records.Question;
import java.io.IOException;
import java.util.List;
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
        avro(label.prediction().value()),
        Objects.requireNonNullElse(label.modelDigest(), ""),
        Objects.requireNonNullElse(label.generation(), ModelVersion.UNANNOUNCED));
  }

  /** What was said, without how likely it was: that is not judged. */
  static Object avro(LabelValue value) {
    if (value instanceof LabelValue.One one) {
      return label(one.label());
    }
    if (value instanceof LabelValue.Several several) {
      return new SeveralLabels(several.labels().stream().map(PipelineDecoders::label).toList());
    }
    if (value instanceof LabelValue.Spans spans) {
      List<LabelledSpan> avro =
          spans.spans().stream()
              .map(span -> new LabelledSpan(span.start(), span.end(), span.label(), null))
              .toList();
      return new Spans(avro);
    }
    return new Score(((LabelValue.Score) value).value());
  }

  private static OneLabel label(String label) {
    return new OneLabel(label, null);
  }
}
