package io.trunkline.cli.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.model.Model;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says what came of a training.
 *
 * @param out where to
 * @param json as one JSON object, or as lines for people
 */
record TrainReport(PrintWriter out, boolean json) {

  /** A model and where it is now. */
  record Written(Model model, String digest, Path file) {}

  /** Reports on a model. */
  void print(Written written) throws IOException {
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(asMap(written)));
      return;
    }
    out.printf("model %s%n", written.digest());
    new TreeMap<>(written.model().training().metrics())
        .forEach((name, value) -> out.printf(Locale.ROOT, "%s %.4f%n", name, value));
    out.printf("written to %s%n", written.file());
  }

  /** Reports on several models, by the task that each is for. */
  void print(Map<String, Written> models) throws IOException {
    if (json) {
      Map<String, Object> reports = new LinkedHashMap<>();
      models.forEach((task, written) -> reports.put(task, asMap(written)));
      out.println(new ObjectMapper().writeValueAsString(Map.of("models", reports)));
      return;
    }
    for (Written written : models.values()) {
      print(written);
    }
  }

  private static Map<String, Object> asMap(Written written) {
    Model.TrainingSummary training = written.model().training();
    Map<String, Integer> labels = new LinkedHashMap<>();
    Map<String, String> kinds = new LinkedHashMap<>();
    written
        .model()
        .spec()
        .tasks()
        .forEach(
            task -> {
              labels.put(task.name(), task.labels().size());
              kinds.put(task.name(), task.kind().title());
            });
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("model", written.digest());
    report.put("file", written.file().toString());
    report.put("examples", training.examples());
    report.put("seed", training.seed());
    report.put("tasks", labels);
    report.put("kinds", kinds);
    report.put("metrics", new TreeMap<>(training.metrics()));
    return report;
  }
}
