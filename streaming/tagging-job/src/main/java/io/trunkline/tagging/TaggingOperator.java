package io.trunkline.tagging;

import io.trunkline.model.hardware.Backends;
import io.trunkline.tagging.models.Announcement;
import io.trunkline.tagging.models.ModelSwitch;
import io.trunkline.tagging.records.Label;
import io.trunkline.tagging.records.Question;
import java.util.Optional;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedMultiInput;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.jspecify.annotations.Nullable;

/**
 * Tags questions in micro-batches.
 *
 * <p>A batch is tagged when it is full, by questions or by characters, when its first question has
 * waited long enough, before a checkpoint barrier, before the model changes and when the questions
 * end. So every batch is of one model, and no question is ever part of a checkpoint.
 *
 * <p>The first input is the questions; the second is the announcements of models, the same for
 * every subtask. Event time is that of the questions alone.
 */
final class TaggingOperator extends AbstractStreamOperator<Label>
    implements TwoInputStreamOperator<Question, Announcement, Label>, BoundedMultiInput {
  private static final long serialVersionUID = 1L;
  private static final int QUESTIONS = 1;

  private final TaggingSettings settings;

  private transient MicroBatch batch;
  private transient ModelSwitch models;
  private transient BatchTagger tagger;

  /** What the questions' watermark is once the batch is tagged; null where it is forwarded. */
  private transient @Nullable Watermark held;

  TaggingOperator(TaggingSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open() throws Exception {
    super.open();
    requireOwnGpu();
    int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    MailboxExecutor mailbox =
        getContainingTask()
            .getMailboxExecutorFactory()
            .createExecutor(getOperatorConfig().getChainIndex());
    batch = new MicroBatch(settings.batching());
    models =
        ModelSwitch.open(
            settings.models(),
            getOperatorStateBackend(),
            "trunkline-model-loader-" + subtask,
            () -> mailbox.execute(this::advanceModel, "take what the model loader brought"));
    TaggingMetrics metrics =
        new TaggingMetrics(getMetricGroup(), settings.tasks(), models::version);
    TaggingOutput out = new TaggingOutput(output, settings, subtask, metrics);
    tagger = new BatchTagger(models, out, metrics, getProcessingTimeService());
    mailbox.execute(this::advanceModel, "report the first model");
  }

  /** Before anything computes; where the CPU does, it does not matter which cards there are. */
  private void requireOwnGpu() {
    if (Backends.ofThisProcess().cuda()) {
      GpuAssignment.of(getRuntimeContext()).requireSeen(System.getenv("CUDA_VISIBLE_DEVICES"));
    }
  }

  @Override
  public void processElement1(StreamRecord<Question> question) {
    batch.add(question.getValue(), getProcessingTimeService().getCurrentProcessingTime());
    Optional<Dispatch> full = batch.full();
    if (full.isPresent()) {
      flush(full.get());
    } else if (batch.size() == 1) {
      flushAtDeadline(batch.number());
    }
  }

  @Override
  public void processElement2(StreamRecord<Announcement> announcement) throws Exception {
    models.announced(announcement.getValue());
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    flush(Dispatch.CHECKPOINT);
  }

  @Override
  public void endInput(int input) {
    if (input == QUESTIONS) {
      flush(Dispatch.END);
    }
  }

  /** Never overtakes a question: it waits for the batch, rather than cutting it short. */
  @Override
  public void processWatermark1(Watermark watermark) {
    held = watermark;
    if (batch.isEmpty()) {
      releaseWatermark();
    }
  }

  @Override
  public void processWatermark2(Watermark ofAnnouncements) {}

  @Override
  protected void processWatermarkStatus(WatermarkStatus status, int index) {
    if (index + 1 == QUESTIONS) {
      flush(Dispatch.IDLE);
      output.emitWatermarkStatus(status);
    }
  }

  /** Runs in the mailbox, so between two batches. */
  private void advanceModel() throws Exception {
    flush(Dispatch.MODEL);
    tagger.advanceModel();
  }

  private void flush(Dispatch reason) {
    if (!batch.isEmpty()) {
      tagger.tag(batch, reason);
      batch.next();
      releaseWatermark();
    }
  }

  /** Where the batch was tagged before its deadline, the timer finds another one. */
  private void flushAtDeadline(long number) {
    getProcessingTimeService()
        .registerTimer(
            batch.deadline(),
            time -> {
              if (batch.number() == number) {
                flush(Dispatch.DEADLINE);
              }
            });
  }

  private void releaseWatermark() {
    if (held != null) {
      output.emitWatermark(held);
      held = null;
    }
  }

  /** After it nothing may be emitted, so no model may arrive. */
  @Override
  public void finish() throws Exception {
    models.stopLoading();
    super.finish();
  }

  @Override
  public void close() throws Exception {
    if (models != null) { // Where none could be loaded, close is called without it.
      models.close();
    }
    super.close();
  }
}
