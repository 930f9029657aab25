package io.trunkline.tagging;

import io.trunkline.tagging.models.ModelReport;
import io.trunkline.tagging.records.Label;
import io.trunkline.tagging.records.Rejected;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Where the workflow writes.
 *
 * @param labels one record a question and task
 * @param deadLetters records that could not be decoded or tagged
 * @param modelStatus what became of announced models
 */
public record Sinks(
    Sink<Label> labels, Sink<Rejected> deadLetters, Sink<ModelReport> modelStatus) {}
