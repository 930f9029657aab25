package io.trunkline.tagging;

import io.trunkline.model.InvalidInputException;
import io.trunkline.tagging.learner.LearnerWorkflow;
import io.trunkline.tagging.models.Announcement;
import io.trunkline.tagging.models.ModelPlan;
import io.trunkline.tagging.models.StoredModels;
import io.trunkline.tagging.models.TaggerSource;
import io.trunkline.tagging.pipeline.Pipeline;
import io.trunkline.tagging.records.Label;
import io.trunkline.tagging.records.Question;
import io.trunkline.tagging.records.Rejected;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.client.program.ProgramParametrizationException;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job: questions in, one labelled record a task out, models swapped while it runs.
 *
 * <p>Operator ids are in every savepoint and never change; a test restores a golden one.
 */
public final class TaggingJob {
  private TaggingJob() {}

  /** The job jar's entry, for {@code flink run}; see {@link JobArguments}. */
  public static void main(String... arguments) throws Exception {
    try {
      run(JobArguments.parse(arguments));
    } catch (InvalidInputException e) {
      // The one exception of which Flink's client shows the message and no stack trace.
      throw new ProgramParametrizationException(e.getMessage());
    }
  }

  private static void run(JobArguments arguments) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    prepare(env, Pipeline.load(arguments.pipeline()), arguments.options());
    env.execute();
  }

  /**
   * Sets an environment up to run a pipeline; what is left is to execute it.
   *
   * @throws InvalidInputException if no broker answers, a topic is missing or there is no model to
   *     start with
   */
  public static void prepare(StreamExecutionEnvironment env, Pipeline pipeline, JobOptions options)
      throws Exception {
    prepare(env, pipeline, options, UnaryOperator.identity());
  }

  /**
   * The same with other taggers than the models', as a benchmark wants them.
   *
   * @param taggers makes a source of others, given the models' own
   */
  public static void prepare(
      StreamExecutionEnvironment env,
      Pipeline pipeline,
      JobOptions options,
      UnaryOperator<TaggerSource> taggers)
      throws Exception {
    Preflight preflight = Preflight.of(pipeline);
    // A run until the end must not meet the transactions or the progress of one that runs on.
    String name = options.untilEnd() ? pipeline.name() + "-until-end" : pipeline.name();
    TaggingSettings settings = settings(pipeline, preflight, taggers);
    env.configure(JobConfiguration.of(pipeline, options));
    defineWorkflow(
        env,
        KafkaSources.of(pipeline, options, name, preflight.start().announcementsFrom()),
        settings,
        LearnerSetup.of(pipeline, options, preflight.start(), settings.models()),
        new KafkaSinks(pipeline, name)
            .create(preflight.labelTopics(), preflight.deadLetterLimit(), Clock.systemUTC()));
  }

  static TaggingSettings settings(
      Pipeline pipeline, Preflight preflight, UnaryOperator<TaggerSource> taggers) {
    Set<String> tasks = preflight.labelTopics().keySet();
    TaggerSource source = taggers.apply(new StoredModels(pipeline.models().store(), tasks));
    return new TaggingSettings(
        tasks,
        pipeline.labels().alternatives(),
        pipeline.batching(),
        new ModelPlan(preflight.start().announcement(), source, pipeline.models().retryInterval()));
  }

  /**
   * Adds the job's graph to an environment.
   *
   * @param learner the part of it that learns; empty where nothing does
   */
  public static void defineWorkflow(
      StreamExecutionEnvironment env,
      Sources sources,
      TaggingSettings settings,
      Optional<LearnerWorkflow> learner,
      Sinks sinks) {
    SingleOutputStreamOperator<Question> questions =
        env.fromSource(sources.questions(), sources.eventTime(), "questions")
            .uid("questions")
            .process(new IntakeSplit())
            .name("intake")
            .uid("intake");

    DataStream<Announcement> announcements =
        env.fromSource(sources.announcements(), WatermarkStrategy.noWatermarks(), "models")
            .uid("models")
            .setParallelism(1);

    // Forward: a partition's questions stay in order, and Flink refuses to spread them instead.
    SingleOutputStreamOperator<Label> labels =
        questions
            .forward()
            .connect(announcements.broadcast())
            .transform("tagging", TypeInformation.of(Label.class), new TaggingOperator(settings))
            .uid("tagging");

    labels.sinkTo(sinks.labels()).name("labels").uid("labels");

    DataStream<Rejected> rejected =
        questions
            .getSideOutput(SideOutputs.REJECTED)
            .union(labels.getSideOutput(SideOutputs.REJECTED));

    learner
        .map(workflow -> rejected.union(workflow.add(env, announcements)))
        .orElse(rejected)
        .sinkTo(sinks.deadLetters())
        .name("dead-letters")
        .uid("dead-letters");

    labels
        .getSideOutput(SideOutputs.MODEL_REPORTS)
        .sinkTo(sinks.modelStatus())
        .name("model-status")
        .uid("model-status");
  }
}
