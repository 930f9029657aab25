package io.trunkline.tagging;

/** Why a batch is tagged now. */
enum Dispatch {
  /** It has as many questions as it may have. */
  SIZE,
  /** Its texts are as long as they may be together. */
  LENGTH,
  /** Its first question has waited long enough. */
  DEADLINE,
  /** A checkpoint's barrier has come. */
  CHECKPOINT,
  /** The model changes, or is told to have failed to. */
  MODEL,
  /** No question is expected for a while. */
  IDLE,
  /** There will be no more. */
  END
}
