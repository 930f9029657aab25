package io.trunkline.model;

/**
 * A model as it serves.
 *
 * @param digest SHA-256 of its archive, 64 hexadecimal digits in lower case
 * @param generation offset of its announcement on the models topic, by which versions are ordered;
 *     {@link #UNANNOUNCED} if it was configured and never announced
 */
public record ModelVersion(String digest, long generation) {
  /** The generation of a model that was never announced: older than any other. */
  public static final long UNANNOUNCED = -1;
}
