package io.trunkline.tagging.learner;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trunkline.model.learning.HoldOut;
import io.trunkline.model.learning.RoundSettings;
import io.trunkline.schemas.avro.Drift;
import io.trunkline.schemas.avro.LabelledExample;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.avro.ModelDecision;
import io.trunkline.schemas.avro.ModelProposal;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.Round;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.RecordedMetrics;
import io.trunkline.tagging.learner.examples.TaskRule;
import io.trunkline.tagging.models.Announcements;
import io.trunkline.tagging.models.FakeModels;
import io.trunkline.tagging.models.ModelPlan;
import io.trunkline.tagging.models.TaggerSource;
import io.trunkline.tagging.pipeline.Pipeline;
import io.trunkline.tagging.records.LearnerRecord;
import io.trunkline.tagging.records.Rejected;
import io.trunkline.tagging.records.Signal;
import io.trunkline.tagging.records.SourceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.mailbox.Mail;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/**
 * Runs one learner on the test's thread, by a clock that the test sets. The start model is '3', of
 * generation 3; a round takes 4 examples, or 2 that have waited for a minute. Whoever signs as
 * "expert" is trusted.
 */
final class LearnerHarness extends AbstractStreamOperatorTestHarness<LearnerRecord> {
  static final String EXPERT = "expert";
  static final String CROWD = "crowd";
  static final Duration MAX_WAIT = Duration.ofMinutes(1);
  static final Duration COOL_DOWN = Duration.ofMinutes(5);
  static final Duration PROBATION = Duration.ofHours(1);

  static final String SETTINGS =
      """
      kafka: {bootstrap.servers: 'localhost:9092'}
      learning:
        enabled: true
        trustedSources: [expert]
        holdOut: 0.5
        seed: 10
        rounds: {examples: 4, minExamples: 2, maxWait: 1m, attempts: 2}
        probation: {duration: 1h, coolDown: 5m, maxRollbacks: 2}
      """;

  private final LearnerOperator operator;
  private final RecordedMetrics metrics;
  private long checkpoints;
  private long offset;
  private boolean solicited = true;

  private LearnerHarness(
      LearnerOperator operator, MockEnvironment environment, RecordedMetrics metrics)
      throws Exception {
    super(operator, environment);
    this.operator = operator;
    this.metrics = metrics;
  }

  static LearnerHarness of(FakeRounds rounds, TaggerSource models) throws Exception {
    return of(SETTINGS, rounds, models);
  }

  static LearnerHarness of(String pipeline, FakeRounds rounds, TaggerSource models)
      throws Exception {
    RecordedMetrics metrics = new RecordedMetrics();
    MockEnvironment environment =
        new MockEnvironmentBuilder()
            .setTaskName("learner")
            .setManagedMemorySize(1 << 20)
            .setMetricGroup(metrics.task())
            .build();
    LearnerHarness harness =
        new LearnerHarness(
            new LearnerOperator(settings(pipeline, rounds, models)), environment, metrics);
    ((SerializerConfigImpl) harness.getExecutionConfig().getSerializerConfig())
        .setGenericTypes(false);
    harness.setup();
    return harness;
  }

  private static LearnerSettings settings(String pipeline, FakeRounds rounds, TaggerSource models)
      throws Exception {
    return new LearnerSettings(
        Pipeline.parse(pipeline, "test").learning(),
        new ModelPlan(Announcements.of(3, '3'), models, Duration.ofMillis(1)),
        tasks(),
        Announcements.digest('3'),
        RoundSettings::defaults,
        rounds);
  }

  private static List<TaskRule> tasks() throws Exception {
    try (var tagger = new FakeModels().load(Announcements.digest('3'))) {
      return TaskRule.ofAll(tagger.tasks());
    }
  }

  LearnerHarness opened() throws Exception {
    open();
    return this;
  }

  /** Opens it as a restart would. */
  LearnerHarness openedFrom(OperatorSubtaskState snapshot) throws Exception {
    initializeState(snapshot);
    return opened();
  }

  /** Corrects events on one side of the hold-out, of ids that begin so. */
  void correct(String prefix, int from, int to) throws Exception {
    for (int i = from; i < to; i++) {
      correct(prefix + i, CROWD, "second", 0);
    }
  }

  /** Corrects the intent of an event whose text is learnt from. */
  void correct(String event, String source, String label, long labelledAt) throws Exception {
    example(
        event,
        textOf(event, false),
        source,
        Map.of("intent", new OneLabel(label, null)),
        labelledAt);
  }

  /** Corrects the intent of an event whose text is held out. */
  void correctHeldOut(String event, String source) throws Exception {
    example(event, textOf(event, true), source, Map.of("intent", new OneLabel("second", null)), 0);
  }

  /** From now on corrections are not asked for. */
  void volunteer() {
    solicited = false;
  }

  void example(
      String event, String text, String source, Map<String, Object> labels, long labelledAt)
      throws Exception {
    LabelledExample example =
        new LabelledExample(
            event, text, Map.of(), labels, source, Instant.ofEpochMilli(labelledAt), solicited);
    signal(Signal.Kind.EXAMPLE, "labelled-examples", example);
  }

  /** A text that tells of its event, and is held out or not. */
  static String textOf(String event, boolean heldOut) {
    return Stream.iterate(0, i -> i + 1)
        .map(i -> event + " says " + i)
        .filter(text -> HoldOut.holds(text, 0.5) == heldOut)
        .findFirst()
        .orElseThrow();
  }

  void propose(String digest, long replaces, String by) throws Exception {
    signal(
        Signal.Kind.PROPOSAL,
        "proposals",
        new ModelProposal(digest, replaces, by, "why", Instant.EPOCH));
  }

  void drift(long generation) throws Exception {
    signal(
        Signal.Kind.DRIFT,
        "drift",
        new Drift("intent", generation, true, 0.9, 100L, 0.5, 50L, Instant.EPOCH));
  }

  @SuppressWarnings("unchecked")
  private <T extends SpecificRecord> void signal(Signal.Kind kind, String topic, T record)
      throws Exception {
    signal(kind, topic, AvroCodec.of((Class<T>) record.getClass()).encode(record));
  }

  void signal(Signal.Kind kind, String topic, byte @Nullable [] value) throws Exception {
    SourceRecord record = new SourceRecord(topic, 0, offset++, "key".getBytes(UTF_8), value);
    operator.processElement1(new StreamRecord<>(new Signal(kind, record)));
  }

  void announce(long generation, String digest) throws Exception {
    operator.processElement2(new StreamRecord<>(Announcements.of(generation, digest)));
  }

  /** Reads the last announcement back, of this generation. */
  void readBack(long generation) throws Exception {
    List<ModelAnnouncement> announced = announcements();
    announce(generation, announced.get(announced.size() - 1).getDigest());
  }

  /** Takes a checkpoint that completes. */
  OperatorSubtaskState checkpoint() throws Exception {
    OperatorSubtaskState snapshot = snapshot(++checkpoints, getProcessingTime());
    notifyOfCompletedCheckpoint(checkpoints);
    return snapshot;
  }

  void pass(Duration time) throws Exception {
    setProcessingTime(getProcessingTime() + time.toMillis());
  }

  /** Runs the mailbox until something holds. */
  void await(Callable<Boolean> holds) throws Exception {
    runMail();
    while (!holds.call()) {
      getTaskMailbox().take(TaskMailbox.MIN_PRIORITY).run();
    }
  }

  /** Runs what is in the mailbox now. */
  void runMail() throws Exception {
    for (Optional<Mail> mail = next(); mail.isPresent(); mail = next()) {
      mail.get().run();
    }
  }

  private Optional<Mail> next() {
    return getTaskMailbox().tryTake(TaskMailbox.MIN_PRIORITY);
  }

  /** Waits for the decision of this number, from 1. */
  ModelDecision awaitDecision(int number) throws Exception {
    await(() -> decisions().size() >= number);
    return decisions().get(number - 1);
  }

  List<ModelAnnouncement> announcements() throws Exception {
    return records(LearnerRecord.Kind.ANNOUNCEMENT, ModelAnnouncement.class);
  }

  List<Round> rounds() throws Exception {
    return records(LearnerRecord.Kind.ROUND, Round.class);
  }

  List<ModelDecision> decisions() throws Exception {
    return records(LearnerRecord.Kind.DECISION, ModelDecision.class);
  }

  private <T extends SpecificRecord> List<T> records(LearnerRecord.Kind kind, Class<T> type)
      throws Exception {
    AvroCodec<T> codec = AvroCodec.of(type);
    List<T> decoded = new ArrayList<>();
    for (LearnerRecord record : extractOutputValues()) {
      if (record.kind() == kind) {
        decoded.add(codec.decode(record.value()));
      }
    }
    return decoded;
  }

  List<Rejected> rejected() {
    return Optional.ofNullable(getSideOutput(LearnerWorkflow.REJECTED)).stream()
        .flatMap(Collection::stream)
        .map(StreamRecord::getValue)
        .toList();
  }

  /** Corrections that were not put to the versions on probation yet. */
  long unasked() {
    return metric("unasked");
  }

  /** A metric of the group {@code trunkline.learner}. */
  long metric(String name) {
    return ((Number) metrics.gauge("learner." + name)).longValue();
  }
}
