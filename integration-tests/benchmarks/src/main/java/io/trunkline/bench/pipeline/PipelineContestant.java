package io.trunkline.bench.pipeline;

import io.trunkline.bench.Contestant;
import io.trunkline.cli.kafka.TopicReader;

/** A way on a course; it reaches events a core-second, and none with a label lost or repeated. */
record PipelineContestant(String name, Course course, Way way, Speeds speeds)
    implements Contestant {
  @Override
  public double round() throws Exception {
    try (TopicReader labels = course.labels()) {
      Stopwatch.Speed speed = way.run(course.stopwatch());
      course.requireAll(labels, name);
      return speeds.add(name, speed);
    }
  }
}
