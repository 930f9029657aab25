package io.trunkline.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.LabelValue;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.TaskKind;
import io.trunkline.model.evaluation.Evaluation;
import io.trunkline.model.evaluation.Metrics;
import io.trunkline.model.evaluation.TaskScore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ReportPageTest {
  private static final String HOSTILE = "</td><script>alert('x')</script>\" onload=\"y & 中";
  private static final Pattern IMAGE =
      Pattern.compile("src=\"data:image/svg\\+xml;base64,([^\"]+)\"");

  @TempDir Path directory;

  @Test
  void namesAreShownAndNotObeyed() throws Exception {
    String page = page(HOSTILE, labels(HOSTILE, "b"));

    assertThat(page)
        .doesNotContain("<script")
        .doesNotContain("\" onload")
        .contains("&lt;script&gt;")
        .contains("中");
  }

  @Test
  void theFourPlotsArePicturesInThePage() throws Exception {
    List<String> images =
        IMAGE.matcher(page("task", labels("a", "b"))).results().map(m -> m.group(1)).toList();

    assertThat(images).hasSize(4);
    for (String image : images) {
      assertThat(svg(image).getDocumentElement().getLocalName()).isEqualTo("svg");
    }
  }

  @Test
  void nothingIsFetched() throws Exception {
    assertThat(page("task", labels("a", "b")))
        .contains("default-src &#x27;none&#x27;")
        .doesNotContain("http:")
        .doesNotContain("https:")
        .doesNotContain("<link");
  }

  @Test
  void everyFigureAndLabelIsInATable() throws Exception {
    assertThat(page("task", labels("a", "b")))
        .contains("<td>accuracy</td><td>0.5000</td>")
        .contains("<td>a</td><td>0.5000</td><td>1.0000</td><td>0.6667</td><td>1</td><td>2</td>")
        .contains("<td>b</td><td>a</td><td>1</td>");
  }

  @Test
  void aScoreHasNoPlots() throws Exception {
    Metrics metrics = Metrics.of(TaskKind.SCORE);
    metrics.add(new LabelValue.Score(1), new Prediction.Score("task", 3, false));

    assertThat(page("task", metrics.score()))
        .contains("<td>mae</td><td>2.0000</td>")
        .doesNotContain("<img");
  }

  @Test
  void aTaskOfManyLongAndSimilarNamesIsDrawnToo() throws Exception {
    Metrics metrics = Metrics.of(TaskKind.SINGLE_LABEL);
    for (int i = 0; i < 1_000; i++) {
      String name = "a name that is much longer than there is room for ".repeat(3) + i % 100;
      String right = i % 2 == 0 ? name : "other";
      metrics.add(new LabelValue.One(right), answer(name, "other", i / 1_000.0));
    }

    assertThat(IMAGE.matcher(page("task", metrics.score())).results()).hasSize(4);
  }

  private String page(String task, TaskScore score) throws Exception {
    Path file = directory.resolve("report.html");
    ReportPage.write(
        file, List.of("ab".repeat(32)), "test.jsonl", new Evaluation(2, Map.of(task, score)));
    return Files.readString(file);
  }

  /** The first label is always given, and right every other time. */
  private static TaskScore labels(String first, String second) {
    Metrics metrics = Metrics.of(TaskKind.SINGLE_LABEL);
    metrics.add(new LabelValue.One(first), answer(first, second, 0.75));
    metrics.add(new LabelValue.One(second), answer(first, second, 0.625));
    return metrics.score();
  }

  private static Prediction answer(String best, String other, double probability) {
    return new Prediction.OneLabel(
        "task",
        List.of(new ScoredLabel(best, probability), new ScoredLabel(other, 1 - probability)),
        false);
  }

  private static Document svg(String base64) throws Exception {
    byte[] bytes = Base64.getDecoder().decode(base64);
    String xml = new String(bytes, StandardCharsets.UTF_8).replaceFirst("(?s)<!DOCTYPE[^>]*>", "");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    try (InputStream in = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))) {
      return factory.newDocumentBuilder().parse(in);
    }
  }
}
