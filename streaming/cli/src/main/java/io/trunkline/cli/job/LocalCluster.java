package io.trunkline.cli.job;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/** A Flink cluster in this process, reached on the loopback address only. */
public final class LocalCluster implements AutoCloseable {
  private static final String LOOPBACK = "localhost";

  private final MiniCluster cluster;

  private LocalCluster(MiniCluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Starts a cluster of one TaskManager.
   *
   * @param slots how many subtasks of an operator it can run
   * @param restPort where its REST API listens; 0 for any port that is free
   */
  public static LocalCluster start(int slots, int restPort) throws Exception {
    Configuration flink = new Configuration();
    flink.set(RestOptions.ADDRESS, LOOPBACK);
    flink.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    flink.set(RestOptions.BIND_PORT, Integer.toString(restPort));
    flink.set(JobManagerOptions.BIND_HOST, LOOPBACK);
    flink.set(TaskManagerOptions.HOST, LOOPBACK);
    flink.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(flink)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build());
    cluster.start();
    return new LocalCluster(cluster);
  }

  /** Where its REST API listens. */
  public ClusterAddress address() throws Exception {
    var rest = cluster.getRestAddress().get();
    return new ClusterAddress(rest.getHost(), rest.getPort());
  }

  /** Ends its jobs and waits until all of it has stopped. */
  @Override
  public void close() throws Exception {
    cluster.close();
  }
}
