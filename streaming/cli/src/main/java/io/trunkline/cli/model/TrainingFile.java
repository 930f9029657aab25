package io.trunkline.cli.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.LabelValue;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.training.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * Training settings as a YAML file gives them: those of {@link TrainingConfig#defaults()}, some of
 * them replaced. An unknown key, a wrong type or an impossible value is one line that names it.
 */
final class TrainingFile {
  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final String TASKS = "tasks";

  private final String name;
  private final TrainingConfig settings;
  private final List<TaskChoice> tasks;

  /**
   * A task to learn.
   *
   * @param labels its label set; empty: the labels that the data has
   */
  private record TaskChoice(String name, List<String> labels) {}

  private TrainingFile(String name, TrainingConfig settings, List<TaskChoice> tasks) {
    this.name = name;
    this.settings = settings;
    this.tasks = tasks;
  }

  /** No file: every setting as it is by default. */
  static TrainingFile defaults() {
    return new TrainingFile("", TrainingConfig.defaults(), List.of());
  }

  static TrainingFile read(Path file) throws IOException {
    String yaml;
    try {
      yaml = Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException("there is no configuration " + file, e);
    } catch (IOException e) {
      throw new InvalidInputException("cannot read configuration %s: %s".formatted(file, e), e);
    }
    try {
      return parse(yaml, file.toString());
    } catch (InvalidInputException e) {
      throw new InvalidInputException(file + ": " + e.getMessage(), e);
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          "%s:%d: not YAML: %s"
              .formatted(
                  file,
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getOriginalMessage().lines().findFirst().orElse("malformed")),
          e);
    }
  }

  /** The settings for these training examples, from which missing label sets are filled. */
  TrainingConfig config(List<Example> train) {
    return settings.withTasks(tasks.stream().map(choice -> task(choice, train)).toList());
  }

  private Task task(TaskChoice choice, List<Example> train) {
    List<String> labels = choice.labels();
    if (labels.isEmpty()) {
      TreeSet<String> found = new TreeSet<>();
      for (Example example : train) {
        if (example.labels().get(choice.name()) instanceof LabelValue.One one) {
          found.add(one.label());
        }
      }
      labels = List.copyOf(found);
    }
    if (labels.isEmpty()) {
      throw new InvalidInputException(
          "%s names task %s, but no training example has a label for it"
              .formatted(name, choice.name()));
    }
    return new Task(choice.name(), TaskKind.SINGLE_LABEL, labels);
  }

  private static TrainingFile parse(String yaml, String name) throws JsonProcessingException {
    ObjectNode settings = YAML.valueToTree(TrainingConfig.defaults());
    JsonNode given = YAML.readTree(yaml);
    List<TaskChoice> tasks = new ArrayList<>();
    if (!given.isMissingNode() && !given.isNull()) {
      merge(settings, given, "");
      given.path(TASKS).forEach(task -> tasks.add(choice(task)));
    }
    settings.putArray(TASKS);
    try {
      return new TrainingFile(name, YAML.treeToValue(settings, TrainingConfig.class), tasks);
    } catch (JsonProcessingException e) {
      if (e.getCause() instanceof InvalidInputException invalid) {
        throw invalid;
      }
      throw e;
    }
  }

  private static void merge(ObjectNode settings, JsonNode given, String path) {
    if (!given.isObject()) {
      throw wrong(path.isEmpty() ? "all of it" : path, given, "keys " + keys(settings));
    }
    for (Iterator<Map.Entry<String, JsonNode>> fields = given.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      String key = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      JsonNode before = settings.get(field.getKey());
      if (before == null) {
        throw new InvalidInputException(
            "unknown key " + key + ", expected one of " + keys(settings));
      }
      if (before instanceof ObjectNode section) {
        merge(section, field.getValue(), key);
      } else {
        requireType(key, field.getValue(), before);
        settings.set(field.getKey(), field.getValue());
      }
    }
  }

  private static void requireType(String key, JsonNode value, JsonNode like) {
    if (key.equals(TASKS)) {
      require(value.isArray(), key, value, "a list of tasks");
    } else if (like.isArray()) {
      require(
          value.isArray() && all(value, JsonNode::isInt), key, value, "a list of whole numbers");
    } else if (like.isIntegralNumber()) {
      boolean fits = like.isLong() ? value.canConvertToLong() : value.canConvertToInt();
      require(value.isIntegralNumber() && fits, key, value, "a whole number");
    } else {
      require(value.isNumber(), key, value, "a number, such as 0.002");
    }
  }

  private static TaskChoice choice(JsonNode node) {
    if (node.isTextual()) {
      return new TaskChoice(node.textValue(), List.of());
    }
    JsonNode labels = node.path("labels");
    boolean complete = node.path("name").isTextual() && labels.isArray() && !labels.isEmpty();
    require(
        complete && node.size() == 2 && all(labels, JsonNode::isTextual),
        "an entry of tasks",
        node,
        "a name, or {name: NAME, labels: [LABEL, ...]}");
    return new TaskChoice(
        node.path("name").textValue(),
        StreamSupport.stream(labels.spliterator(), false).map(JsonNode::textValue).toList());
  }

  private static boolean all(JsonNode list, Predicate<JsonNode> test) {
    return StreamSupport.stream(list.spliterator(), false).allMatch(test);
  }

  private static String keys(ObjectNode settings) {
    List<String> keys = new ArrayList<>();
    settings.fieldNames().forEachRemaining(keys::add);
    return String.join(", ", keys);
  }

  private static void require(boolean holds, String key, JsonNode value, String expected) {
    if (!holds) {
      throw wrong(key, value, expected);
    }
  }

  private static InvalidInputException wrong(String key, JsonNode value, String expected) {
    return new InvalidInputException("%s is %s, expected %s".formatted(key, value, expected));
  }
}
