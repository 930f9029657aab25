package io.trunkline.cli.bench;

import java.util.concurrent.Callable;

/**
 * A benchmark that stands beside the command line, as it needs libraries that nobody else does: a
 * command of picocli, named as a service of this type.
 */
public interface SpeedBenchmark extends Callable<Integer> {}
