package io.trunkline.cli.demo;

import io.trunkline.model.Example;
import io.trunkline.model.ScoredLabel;
import java.util.SortedMap;

/**
 * A question with every label it was to get.
 *
 * @param example the question, and the right labels where they are known
 * @param labels the best label by task
 */
record Answered(Example example, SortedMap<String, ScoredLabel> labels) {}
