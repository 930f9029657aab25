package io.trunkline.tagging;

import io.trunkline.model.Tagging;
import io.trunkline.tagging.records.Question;
import org.jspecify.annotations.Nullable;

/**
 * What the model made of one question.
 *
 * @param question the question
 * @param tagging what it says; null where it failed
 * @param failure why the question cannot be tagged; null where it can
 */
record Answer(Question question, @Nullable Tagging tagging, @Nullable RuntimeException failure) {}
