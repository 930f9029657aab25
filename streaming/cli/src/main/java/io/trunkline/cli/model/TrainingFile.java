package io.trunkline.cli.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.training.TaskChoice;
import io.trunkline.model.training.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Training settings as a YAML file gives them: defaults, some of them replaced. An unknown key, a
 * wrong type or an impossible value is one line that names the file and it.
 */
public final class TrainingFile {
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
          .build();
  private static final String TASKS = "tasks";

  private final String name;
  private final String yaml;
  private final JsonNode given;

  private TrainingFile(String name, String yaml, JsonNode given) {
    this.name = name;
    this.yaml = yaml;
    this.given = given;
  }

  /** Reads a file; no file is like an empty one. */
  public static TrainingFile read(@Nullable Path file) throws IOException {
    if (file == null) {
      return new TrainingFile("", "", YAML.createObjectNode());
    }
    String yaml;
    try {
      yaml = Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException("there is no configuration " + file, e);
    } catch (IOException e) {
      throw new InvalidInputException("cannot read configuration %s: %s".formatted(file, e), e);
    }
    return of(file.toString(), yaml);
  }

  /**
   * Reads settings.
   *
   * @param name where they are from, for errors
   */
  public static TrainingFile of(String name, String yaml) {
    try {
      JsonNode given = YAML.readTree(yaml);
      boolean empty = given.isMissingNode() || given.isNull();
      return new TrainingFile(name, yaml, empty ? YAML.createObjectNode() : given);
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          "%s:%d: not YAML: %s"
              .formatted(
                  name,
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getOriginalMessage().lines().findFirst().orElse("malformed")),
          e);
    }
  }

  /** The settings, where the file leaves them out as {@code defaults} has them. */
  public TrainingConfig over(TrainingConfig defaults) {
    try {
      return merged(defaults);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(name + ": " + e.getMessage(), e);
    }
  }

  /**
   * Refuses settings that cannot be chosen any more.
   *
   * @param reason why, for errors
   */
  void requireAbsent(List<String> keys, String reason) {
    for (String key : keys) {
      if (given.has(key)) {
        throw new InvalidInputException("%s: %s cannot be set, %s".formatted(name, key, reason));
      }
    }
  }

  /** Refuses a task that is not among those of the data. */
  void requireTasks(TrainingConfig config, Collection<String> inData) throws IOException {
    for (TaskChoice task : config.tasks()) {
      if (!inData.contains(task.name())) {
        throw new InvalidInputException(
            "%s:%d: task %s is in no training example; there are %s"
                .formatted(name, lineOf(task.name()), task.name(), String.join(", ", inData)));
      }
    }
  }

  private TrainingConfig merged(TrainingConfig defaults) {
    ObjectNode settings = YAML.valueToTree(defaults);
    SettingsTree.merge(settings, given, "");
    ArrayNode tasks = YAML.createArrayNode();
    for (JsonNode task : given.path(TASKS)) {
      tasks.add(task(task));
    }
    settings.set(TASKS, tasks);
    try {
      return YAML.treeToValue(settings, TrainingConfig.class);
    } catch (InvalidFormatException e) {
      throw new InvalidInputException(
          "%s is \"%s\", expected one of %s"
              .formatted(path(e), e.getValue(), choices(e.getTargetType())),
          e);
    } catch (JsonProcessingException e) {
      if (e.getCause() instanceof InvalidInputException invalid) {
        throw invalid;
      }
      throw new InvalidInputException(
          e.getOriginalMessage().lines().findFirst().orElse("malformed"), e);
    }
  }

  private static ObjectNode task(JsonNode given) {
    if (given.isTextual()) {
      return YAML.valueToTree(TaskChoice.named(given.textValue()));
    }
    if (!given.path("name").isTextual()) {
      throw new InvalidInputException(
          "an entry of tasks is %s, expected a name, or {name: NAME, ...}".formatted(given));
    }
    ObjectNode task = YAML.valueToTree(TaskChoice.named(given.path("name").textValue()));
    SettingsTree.merge(task, given, TASKS);
    return task;
  }

  private static String path(InvalidFormatException e) {
    return e.getPath().stream()
        .filter(reference -> reference.getFieldName() != null)
        .map(reference -> reference.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static String choices(Class<?> type) {
    Object[] constants = type.getEnumConstants();
    return constants == null
        ? "its kind"
        : Arrays.stream(constants)
            .map(constant -> YAML.convertValue(constant, String.class))
            .collect(Collectors.joining(", "));
  }

  /** The line, from 1, on which the file names a task. */
  private int lineOf(String task) throws IOException {
    try (JsonParser parser = YAML.createParser(yaml)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String place = parser.getParsingContext().pathAsPointer().toString();
        if (token == JsonToken.VALUE_STRING
            && place.matches("/tasks/\\d+(/name)?")
            && parser.getText().equals(task)) {
          return parser.currentTokenLocation().getLineNr();
        }
      }
      return 1;
    }
  }
}
