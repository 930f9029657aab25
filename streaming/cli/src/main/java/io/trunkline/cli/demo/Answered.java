package io.trunkline.cli.demo;

import io.trunkline.model.Example;
import io.trunkline.model.Prediction;
import java.util.SortedMap;

/**
 * A question with every label it was to get.
 *
 * @param id the event's id
 * @param example the question, and the right labels where they are known
 * @param labels what the model says, by task
 */
record Answered(String id, Example example, SortedMap<String, Prediction> labels) {}
