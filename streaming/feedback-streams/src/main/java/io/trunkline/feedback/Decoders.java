package io.trunkline.feedback;

import io.trunkline.feedback.intake.LabelDecoder;
import io.trunkline.feedback.intake.QuestionDecoder;
import java.util.function.Supplier;

/**
 * How questions and labels are read. Each thread gets decoders of its own.
 *
 * @param questions makes readers of the questions topic
 * @param labels makes readers of the topics of labels
 */
public record Decoders(Supplier<QuestionDecoder> questions, Supplier<LabelDecoder> labels) {}
