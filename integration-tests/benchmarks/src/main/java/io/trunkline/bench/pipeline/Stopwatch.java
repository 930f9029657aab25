package io.trunkline.bench.pipeline;

import io.trunkline.cli.kafka.BrokerProcess;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures a round from the moment when a fifth of its events is tagged, so that what it takes to
 * start, in which a stream that runs for weeks has no part, is left out. The processor time is that
 * of the whole process, which is the client; the broker has one of its own. May be used by several
 * threads.
 */
final class Stopwatch {
  private static final int START = 5;

  private final long events;
  private final BrokerProcess broker;
  private final AtomicLong tagged = new AtomicLong();
  private volatile long cpuAtStart;
  private volatile long brokerAtStart;
  private volatile long nanosAtStart;

  Stopwatch(long events, BrokerProcess broker) {
    this.events = events;
    this.broker = broker;
  }

  /** Some more events are tagged. */
  void tagged(int more) {
    long before = tagged.getAndAdd(more);
    if (before < events / START && before + more >= events / START) {
      cpuAtStart = cpu();
      brokerAtStart = broker.processorTime().toNanos();
      nanosAtStart = System.nanoTime();
    }
  }

  /** Ends the round. */
  Speed stop() {
    double counted = events - events / (double) START;
    double cpuSeconds = (cpu() - cpuAtStart) / 1e9;
    double seconds = (System.nanoTime() - nanosAtStart) / 1e9;
    double brokerMicros = (broker.processorTime().toNanos() - brokerAtStart) / 1e3 / counted;
    return new Speed(counted / cpuSeconds, counted / seconds, brokerMicros);
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /**
   * Events by what they took.
   *
   * @param brokerMicros processor time that the broker took for each
   */
  record Speed(double perCoreSecond, double perSecond, double brokerMicros) {}
}
