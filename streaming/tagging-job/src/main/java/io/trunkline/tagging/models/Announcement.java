package io.trunkline.tagging.models;

/**
 * An announcement as it was read from the models topic.
 *
 * @param generation its offset there
 * @param record its bytes, a {@code ModelAnnouncement} that can be decoded
 */
@SuppressWarnings("ArrayRecordComponent") // Moved along, never compared.
public record Announcement(long generation, byte[] record) {}
