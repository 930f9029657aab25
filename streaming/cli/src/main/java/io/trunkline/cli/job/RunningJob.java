package io.trunkline.cli.job;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;

/** A job that was submitted. */
public final class RunningJob {
  private final JobClient client;
  private final CompletableFuture<JobExecutionResult> result;

  RunningJob(JobClient client) {
    this.client = client;
    this.result = client.getJobExecutionResult();
  }

  /** The id that Flink gave it, 32 hexadecimal digits. */
  public String id() {
    return client.getJobID().toHexString();
  }

  /**
   * Does nothing as long as it runs.
   *
   * @throws ExecutionException if it has failed, with the reason
   * @throws IllegalStateException if it has ended otherwise
   */
  public void requireRunning() throws ExecutionException, InterruptedException {
    if (result.isDone()) {
      result.get();
      throw new IllegalStateException("the job ended, though nobody had stopped it");
    }
  }

  /**
   * Waits until it ends.
   *
   * @throws ExecutionException if it fails or is cancelled
   */
  public void awaitEnd() throws ExecutionException, InterruptedException {
    result.get();
  }

  /** Cancels it, if it still runs, and waits until it has ended. */
  public void cancel() {
    if (!result.isDone()) {
      // It may end by itself meanwhile; then there is nothing to cancel.
      client.cancel().handle((cancelled, tooLate) -> null).join();
    }
    result.handle((ended, cancelled) -> null).join();
  }
}
