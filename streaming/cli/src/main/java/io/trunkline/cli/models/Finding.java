package io.trunkline.cli.models;

/**
 * What was found of an archive.
 *
 * @param kind {@code model} or {@code round}
 * @param digest its name
 * @param sound whether it is all there and what its digest says
 * @param problem what is wrong; empty if nothing is
 */
record Finding(String kind, String digest, boolean sound, String problem) {
  static Finding sound(String kind, String digest) {
    return new Finding(kind, digest, true, "");
  }

  static Finding wrong(String kind, String digest, String problem) {
    return new Finding(kind, digest, false, problem);
  }
}
