package io.trunkline.cli.models;

/**
 * A model that was stored and announced.
 *
 * @param digest SHA-256 of its archive, 64 hexadecimal digits
 * @param generation its announcement's offset
 */
public record Publication(String digest, long generation) {}
