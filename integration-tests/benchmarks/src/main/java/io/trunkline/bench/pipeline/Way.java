package io.trunkline.bench.pipeline;

/** A way to have all questions of a course tagged. */
interface Way {
  /**
   * Has them tagged, each exactly once.
   *
   * @param stopwatch to be told of each that is tagged
   * @return how fast it was, until all labels were committed
   */
  Stopwatch.Speed run(Stopwatch stopwatch) throws Exception;
}
