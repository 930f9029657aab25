package io.trunkline.cli.job;

import io.trunkline.tagging.JobOptions;
import io.trunkline.tagging.TaggingJob;
import io.trunkline.tagging.models.TaggerSource;
import io.trunkline.tagging.pipeline.Pipeline;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Submits the tagging job to a Flink cluster.
 *
 * @param cluster where to
 * @param jar the job jar to ship; null if the cluster has the job's classes already, as one in this
 *     process does
 */
public record JobSubmission(ClusterAddress cluster, @Nullable Path jar) {
  /** Submits to a cluster in this process. */
  public static JobSubmission local(LocalCluster cluster) throws Exception {
    return new JobSubmission(cluster.address(), null);
  }

  /**
   * Builds the job and submits it; returns when the cluster has accepted it.
   *
   * @throws io.trunkline.model.InvalidInputException if the job cannot start: see {@link
   *     TaggingJob#prepare}
   */
  public RunningJob submit(Pipeline pipeline, JobOptions options) throws Exception {
    return submit(pipeline, options, UnaryOperator.identity());
  }

  /** The same with other taggers than the models', see {@link TaggingJob#prepare}. */
  public RunningJob submit(
      Pipeline pipeline, JobOptions options, UnaryOperator<TaggerSource> taggers) throws Exception {
    String[] jars = jar == null ? new String[0] : new String[] {jar.toString()};
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createRemoteEnvironment(
            cluster.host(), cluster.port(), new Configuration(), jars);
    TaggingJob.prepare(env, pipeline, options, taggers);
    return new RunningJob(env.executeAsync(pipeline.name()));
  }
}
