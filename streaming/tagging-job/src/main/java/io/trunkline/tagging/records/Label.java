package io.trunkline.tagging.records;

import io.trunkline.model.ModelVersion;
import io.trunkline.model.ScoredLabel;
import java.util.List;

/**
 * What one model version says of one question for one task.
 *
 * @param eventId the question's id
 * @param task the task's name
 * @param ranking the likeliest labels, best first, at least one; as many as the pipeline emits
 * @param model the version that made it
 * @param subtask the subtask of the tagging operator, from 0
 * @param batch the micro-batch within that subtask's run, from 0
 * @param producedAt when, in milliseconds since the epoch
 */
public record Label(
    String eventId,
    String task,
    List<ScoredLabel> ranking,
    ModelVersion model,
    int subtask,
    long batch,
    long producedAt) {}
