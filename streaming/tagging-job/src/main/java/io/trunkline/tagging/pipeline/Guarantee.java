package io.trunkline.tagging.pipeline;

/** What a failure may cost those who read the output. */
public enum Guarantee {
  /**
   * Every question's labels appear once, to consumers that read committed records; they appear when
   * the checkpoint that covers them completes.
   */
  EXACTLY_ONCE,
  /** Labels appear as they are made; after a failure some appear again. */
  AT_LEAST_ONCE
}
