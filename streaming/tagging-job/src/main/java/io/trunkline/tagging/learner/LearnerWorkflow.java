package io.trunkline.tagging.learner;

import io.trunkline.tagging.models.Announcement;
import io.trunkline.tagging.records.LearnerRecord;
import io.trunkline.tagging.records.Rejected;
import io.trunkline.tagging.records.Signal;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.OutputTag;

/**
 * The part of the job's graph that learns.
 *
 * @param examples what there is to learn
 * @param proposals what people propose
 * @param drift changes of quality
 * @param settings what the learner is told
 * @param records announcements, rounds and decisions: all of a checkpoint's or none
 */
public record LearnerWorkflow(
    Source<Signal, ?, ?> examples,
    Source<Signal, ?, ?> proposals,
    Source<Signal, ?, ?> drift,
    LearnerSettings settings,
    Sink<LearnerRecord> records) {
  /** Records that nothing can be learnt from. */
  static final OutputTag<Rejected> REJECTED =
      new OutputTag<>("rejected", TypeInformation.of(Rejected.class));

  /**
   * Adds it to a graph.
   *
   * @param announcements of models, the learner's own among them
   * @return the records that nothing can be learnt from
   */
  public DataStream<Rejected> add(
      StreamExecutionEnvironment env, DataStream<Announcement> announcements) {
    SingleOutputStreamOperator<LearnerRecord> learner =
        read(env, examples, "labelled-examples")
            .union(read(env, proposals, "proposals"), read(env, drift, "drift"))
            .connect(announcements)
            .transform(
                "learner", TypeInformation.of(LearnerRecord.class), new LearnerOperator(settings))
            .uid("learner")
            .forceNonParallel();

    learner.sinkTo(records).name("learner-records").uid("learner-records").setParallelism(1);
    return learner.getSideOutput(REJECTED);
  }

  private static DataStream<Signal> read(
      StreamExecutionEnvironment env, Source<Signal, ?, ?> source, String name) {
    return env.fromSource(source, WatermarkStrategy.noWatermarks(), name)
        .uid(name)
        .setParallelism(1);
  }
}
