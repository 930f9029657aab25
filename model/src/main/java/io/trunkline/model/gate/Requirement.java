package io.trunkline.model.gate;

/** What a comparison must come to for a candidate to pass. */
enum Requirement {
  /** The interval must show that the candidate is not worse by the margin. */
  SHOWN_NOT_WORSE,
  /** The interval must not show, after Holm's correction, that it is worse by the margin. */
  NOT_SHOWN_WORSE,
  /** Nothing: there is no champion to be worse than. */
  NONE
}
