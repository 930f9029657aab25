package io.trunkline.tagging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trunkline.model.Text;
import io.trunkline.tagging.models.Announcements;
import io.trunkline.tagging.models.FakeModels;
import io.trunkline.tagging.models.ModelPlan;
import io.trunkline.tagging.models.ModelReport;
import io.trunkline.tagging.models.ModelReport.State;
import io.trunkline.tagging.pipeline.Batching;
import io.trunkline.tagging.records.Label;
import io.trunkline.tagging.records.Question;
import io.trunkline.tagging.records.Rejected;
import io.trunkline.tagging.records.SourceRecord;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.mailbox.Mail;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** Runs one tagging operator, on the test's thread and by a clock that the test sets. */
final class TaggingHarness extends AbstractStreamOperatorTestHarness<Label> {
  static final long EVENT_TIME = 77;

  private static final int MAX_BATCH_SIZE = 3;
  static final int MAX_CHARACTERS = 100;
  private static final Duration MAX_DELAY = Duration.ofMillis(10);

  private final TaggingOperator operator;

  private TaggingHarness(TaggingOperator operator, MockEnvironment environment) throws Exception {
    super(operator, environment);
    this.operator = operator;
  }

  /** The start model is '3', of generation 3; both of its tasks are emitted. */
  static TaggingHarness of(FakeModels models) throws Exception {
    return startingWith(3, '3', models);
  }

  static TaggingHarness of(FakeModels models, String onlyTask) throws Exception {
    return of(settings(3, '3', models, Set.of(onlyTask)), new MockEnvironmentBuilder());
  }

  static TaggingHarness of(FakeModels models, MockEnvironmentBuilder environment) throws Exception {
    return of(settings(3, '3', models, Set.of("intent", "subject")), environment);
  }

  static TaggingHarness startingWith(long generation, char digit, FakeModels models)
      throws Exception {
    TaggingSettings settings = settings(generation, digit, models, Set.of("intent", "subject"));
    return of(settings, new MockEnvironmentBuilder());
  }

  private static TaggingSettings settings(
      long generation, char digit, FakeModels models, Set<String> tasks) {
    ModelPlan plan =
        new ModelPlan(Announcements.of(generation, digit), models, Duration.ofMillis(1));
    return new TaggingSettings(
        tasks, 1, new Batching(MAX_BATCH_SIZE, MAX_CHARACTERS, MAX_DELAY), plan);
  }

  private static TaggingHarness of(TaggingSettings settings, MockEnvironmentBuilder environment)
      throws Exception {
    TaggingHarness harness =
        new TaggingHarness(
            new TaggingOperator(settings),
            environment.setTaskName("tagging").setManagedMemorySize(1 << 20).build());
    harness.setup();
    return harness;
  }

  /** Opens it as a restart would. */
  TaggingHarness openedFrom(OperatorSubtaskState snapshot) throws Exception {
    initializeState(snapshot);
    return opened();
  }

  TaggingHarness opened() throws Exception {
    open();
    runMail();
    return this;
  }

  /** Feeds questions whose texts are their ids. */
  void ask(String... ids) throws Exception {
    for (String id : ids) {
      ask(id, Text.of(id));
    }
  }

  void ask(String id, Text text) throws Exception {
    Question question = new Question(id, text, EVENT_TIME, origin(id));
    operator.processElement1(new StreamRecord<>(question, EVENT_TIME));
  }

  static SourceRecord origin(String id) {
    return new SourceRecord("questions", 0, 0, null, id.getBytes(UTF_8));
  }

  void announce(long generation, char digit) throws Exception {
    operator.processElement2(new StreamRecord<>(Announcements.of(generation, digit)));
  }

  TaggingOperator operator() {
    return operator;
  }

  List<Label> labels() {
    return extractOutputValues();
  }

  /** Ids of the questions labelled so far, in order. */
  List<String> tagged() {
    return labels().stream()
        .filter(label -> label.task().equals("intent"))
        .map(Label::eventId)
        .toList();
  }

  List<Rejected> rejected() {
    return sideOutput(SideOutputs.REJECTED);
  }

  List<ModelReport> reports() {
    return sideOutput(SideOutputs.MODEL_REPORTS);
  }

  private <T> List<T> sideOutput(OutputTag<T> tag) {
    return Optional.ofNullable(getSideOutput(tag)).stream()
        .flatMap(Collection::stream)
        .map(StreamRecord::getValue)
        .toList();
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

  /** Waits until something is in the mailbox and leaves it there. */
  void awaitMailbox() throws Exception {
    Mail mail = getTaskMailbox().take(TaskMailbox.MIN_PRIORITY);
    getTaskMailbox().put(mail);
  }

  /** Runs the mailbox until a model has come to this, and says on which attempt. */
  int await(State state, long generation) throws Exception {
    while (true) {
      for (ModelReport report : reports()) {
        if (report.state() == state && report.model().generation() == generation) {
          return report.attempt();
        }
      }
      getTaskMailbox().take(TaskMailbox.MIN_PRIORITY).run();
    }
  }
}
