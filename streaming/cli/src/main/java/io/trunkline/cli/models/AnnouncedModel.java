package io.trunkline.cli.models;

import java.time.Instant;

/**
 * An announcement on the models topic.
 *
 * @param generation its offset there; the greatest one is to serve
 * @param digest SHA-256 of the model's archive, 64 hexadecimal digits
 * @param announcedAt when it was announced
 * @param announcedBy who announced it; may be empty
 * @param note why; may be empty
 */
public record AnnouncedModel(
    long generation, String digest, Instant announcedAt, String announcedBy, String note) {}
