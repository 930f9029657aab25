package io.trunkline.tagging.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is written.
 *
 * @param topic the pattern of the topics; {@code {task}} in it stands for the task's name
 * @param format how labels are written
 * @param mapping where a JSON record gets what is known of a label; unused by other formats
 * @param tasks the tasks to emit; empty for every task of the start model
 * @param alternatives how many labels beside the best one a record carries at the most
 */
public record Labels(
    String topic, RecordFormat format, LabelMapping mapping, List<String> tasks, int alternatives) {

  private static final String PLACEHOLDER = "{task}";

  public Labels {
    tasks = List.copyOf(tasks);
  }

  static Labels read(Section section) {
    Labels labels =
        new Labels(
            section.get("topic", "labels." + PLACEHOLDER, Scalar.text(Topics.EXPECTED)),
            section.get("format", RecordFormat.AVRO, Scalar.oneOf(RecordFormat.class)),
            section.section("mapping", LabelMapping::read),
            section.list("tasks", Scalar.text("the name of a task")),
            section.get("alternatives", 3, Scalar.integer(0, 1000)));
    if (labels.topic.split(Pattern.quote(PLACEHOLDER), -1).length != 2) {
      throw section.invalid(
          "topic", "found '" + labels.topic + "', expected {task} in it once, as in labels.{task}");
    }
    if (!Topics.legal(labels.topic.replace(PLACEHOLDER, "x"))) {
      throw section.invalid(
          "topic", "found '" + labels.topic + "', expected " + Topics.EXPECTED + ", and {task}");
    }
    for (String task : labels.tasks) {
      if (!Topics.legal(labels.topicOf(task))) {
        throw section.invalid(
            "tasks", "found '" + task + "', expected a name that fits into " + Topics.EXPECTED);
      }
    }
    if (labels.format != RecordFormat.JSON && !labels.mapping.equals(LabelMapping.DEFAULT)) {
      throw section.invalid(
          "mapping", "only records of format json have one, expected it left out");
    }
    return labels;
  }

  /** The task whose labels a topic carries; empty where it is no topic of labels. */
  public Optional<String> taskOf(String labelTopic) {
    int placeholder = topic.indexOf(PLACEHOLDER);
    String before = topic.substring(0, placeholder);
    String after = topic.substring(placeholder + PLACEHOLDER.length());
    int length = labelTopic.length() - before.length() - after.length();
    return length > 0 && labelTopic.startsWith(before) && labelTopic.endsWith(after)
        ? Optional.of(labelTopic.substring(before.length(), before.length() + length))
        : Optional.empty();
  }

  String topicOf(String task) {
    return topic.replace(PLACEHOLDER, task);
  }
}
