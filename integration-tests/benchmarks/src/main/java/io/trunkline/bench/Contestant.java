package io.trunkline.bench;

/** Somebody whose speed is measured, in rounds that alternate with those of others. */
public interface Contestant extends AutoCloseable {
  /** What it is called in results. */
  String name();

  /** Does one round's work; how fast it was, in the benchmark's unit, more being better. */
  double round() throws Exception;

  @Override
  default void close() throws Exception {}
}
