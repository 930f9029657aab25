package io.trunkline.tagging.records;

import io.trunkline.model.Text;

/**
 * A text to tag.
 *
 * @param id names the event; not empty
 * @param text what to tag, not blank, and what else is known of it
 * @param eventTime when it was written, in milliseconds since the epoch
 * @param origin the record it was read from, kept for the dead letter should tagging fail
 */
public record Question(String id, Text text, long eventTime, SourceRecord origin) {}
