package io.trunkline.tagging;

import io.trunkline.model.Prediction;
import io.trunkline.tagging.records.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the model made of one question.
 *
 * @param question the question
 * @param predictions one a task of the model; empty where it failed
 * @param failure why it cannot be tagged; null where it can
 */
record Answer(
    Question question, List<Prediction> predictions, @Nullable RuntimeException failure) {}
