package io.trunkline.tagging.records;

/**
 * A text to tag.
 *
 * @param id names the event; not empty
 * @param text what to tag; not blank
 * @param eventTime when it was written, in milliseconds since the epoch
 * @param origin the record it was read from, kept for the dead letter should tagging fail
 */
public record Question(String id, String text, long eventTime, SourceRecord origin) {}
