package io.trunkline.model.archive;

import java.time.Instant;

/**
 * A file of a store.
 *
 * @param digest what it is kept under
 * @param bytes its size
 * @param storedAt when it was put there, by the store's clock
 */
public record StoredFile(String digest, long bytes, Instant storedAt) {}
