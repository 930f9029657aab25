package io.trunkline.cli.models;

import org.jspecify.annotations.Nullable;

/**
 * What became of a model that was to serve.
 *
 * @param digest SHA-256 of its archive, 64 hexadecimal digits
 * @param generation its announcement's offset; null where it is not announced, or not yet
 * @param replaces the generation that it was proposed to replace; null where nobody was asked
 * @param verdict whether it is to serve
 * @param reason why, in one line
 */
record Outcome(
    String digest,
    @Nullable Long generation,
    @Nullable Long replaces,
    Verdict verdict,
    String reason) {

  /** Whether a model is to serve; each with the exit code of a command that ends so. */
  enum Verdict {
    /** Announced by the command itself: there was nobody to ask. */
    ANNOUNCED(0),
    /** Proposed, and nobody waited for an answer. */
    PROPOSED(0),
    /** Proposed, and announced by the job. */
    ACCEPTED(0),
    /** Proposed, and not announced. */
    REFUSED(3),
    /** Proposed, and not decided on in time. */
    UNDECIDED(4);

    private final int exitCode;

    Verdict(int exitCode) {
      this.exitCode = exitCode;
    }

    int exitCode() {
      return exitCode;
    }
  }

  static Outcome announced(Publication publication, String reason) {
    return new Outcome(
        publication.digest(), publication.generation(), null, Verdict.ANNOUNCED, reason);
  }

  /** The same without a reason where the command announced the model itself, as ever. */
  Outcome unexplained() {
    return verdict == Verdict.ANNOUNCED
        ? new Outcome(digest, generation, replaces, verdict, "")
        : this;
  }
}
