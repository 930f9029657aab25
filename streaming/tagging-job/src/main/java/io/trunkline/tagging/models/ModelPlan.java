package io.trunkline.tagging.models;

import java.io.Serializable;
import java.time.Duration;

/**
 * What a subtask needs to know of models before it starts.
 *
 * @param start the model to serve until a newer one is announced
 * @param source makes taggers
 * @param retryInterval how long to wait before a model is tried again that could not be loaded
 */
public record ModelPlan(Announcement start, TaggerSource source, Duration retryInterval)
    implements Serializable {}
