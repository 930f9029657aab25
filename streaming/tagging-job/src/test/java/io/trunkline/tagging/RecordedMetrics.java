package io.trunkline.tagging;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.executiongraph.ExecutionGraphTestUtils;
import org.apache.flink.runtime.metrics.groups.AbstractMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskMetricGroup;
import org.apache.flink.runtime.metrics.util.TestingMetricRegistry;

/** The metrics of one task, by the names that they have in Flink's registry. */
public final class RecordedMetrics {
  private static final String GROUP = ".trunkline.";

  private final Map<String, Metric> metrics = new ConcurrentHashMap<>();

  /** Metrics of this group and those below it are recorded. */
  public TaskMetricGroup task() {
    TestingMetricRegistry registry =
        TestingMetricRegistry.builder().setRegisterConsumer(this::register).build();
    return TaskManagerMetricGroup.createTaskManagerMetricGroup(
            registry, "localhost", ResourceID.generate())
        .addJob(new JobID(), "job")
        .addTask(ExecutionGraphTestUtils.createExecutionAttemptId(), "task");
  }

  private void register(Metric metric, String name, AbstractMetricGroup<?> group) {
    String identifier = group.getMetricIdentifier(name);
    int ours = identifier.indexOf(GROUP);
    if (ours >= 0) {
      metrics.put(identifier.substring(ours + GROUP.length()), metric);
    }
  }

  public long counter(String name) {
    return ((Counter) metrics.get(name)).getCount();
  }

  public Object gauge(String name) {
    return ((Gauge<?>) metrics.get(name)).getValue();
  }

  public Histogram histogram(String name) {
    return (Histogram) metrics.get(name);
  }
}
