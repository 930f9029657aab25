package io.trunkline.tagging.learner;

import io.trunkline.tagging.models.Announcement;
import io.trunkline.tagging.records.LearnerRecord;
import io.trunkline.tagging.records.Signal;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Runs the {@link Learner}, once in a job. The first input is what it learns from and what people
 * propose; the second is the announcements of models, its own among them. It has no event time: to
 * those who merge its output it is idle.
 */
final class LearnerOperator extends AbstractStreamOperator<LearnerRecord>
    implements TwoInputStreamOperator<Signal, Announcement, LearnerRecord> {
  private static final long serialVersionUID = 1L;

  /** How often it looks what has become due. */
  private static final Duration TICK = Duration.ofSeconds(1);

  private final LearnerSettings settings;

  private transient Learner learner;

  LearnerOperator(LearnerSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open() throws Exception {
    super.open();
    MailboxExecutor mailbox =
        getContainingTask()
            .getMailboxExecutorFactory()
            .createExecutor(getOperatorConfig().getChainIndex());
    ProcessingTimeService clock = getProcessingTimeService();
    Outbox out = new Outbox(output, () -> Instant.ofEpochMilli(clock.getCurrentProcessingTime()));
    learner = new Learner(LearnerState.of(getOperatorStateBackend()), settings, out, mailbox);
    LearnerMetrics.register(getMetricGroup(), learner);
    mailbox.execute(
        () -> output.emitWatermarkStatus(WatermarkStatus.IDLE), "tell that there is no event time");
    tick(clock.getCurrentProcessingTime());
  }

  private void tick(long now) throws Exception {
    learner.advance();
    getProcessingTimeService().registerTimer(now + TICK.toMillis(), this::tick);
  }

  @Override
  public void processElement1(StreamRecord<Signal> signal) throws Exception {
    learner.received(signal.getValue());
  }

  @Override
  public void processElement2(StreamRecord<Announcement> announcement) throws Exception {
    learner.announced(announcement.getValue());
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    learner.remember(context.getCheckpointId());
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) throws Exception {
    super.notifyCheckpointComplete(checkpointId);
    learner.completed(checkpointId);
  }

  @Override
  public void processWatermark1(Watermark none) {}

  @Override
  public void processWatermark2(Watermark none) {}

  @Override
  protected void processWatermarkStatus(WatermarkStatus status, int index) {}

  /** After it nothing may be emitted. */
  @Override
  public void finish() throws Exception {
    learner.close();
    super.finish();
  }

  @Override
  public void close() throws Exception {
    if (learner != null) { // Where it could not be made, close is called without it.
      learner.close();
    }
    super.close();
  }
}
