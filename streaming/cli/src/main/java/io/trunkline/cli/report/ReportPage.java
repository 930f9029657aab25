package io.trunkline.cli.report;

import static j2html.TagCreator.body;
import static j2html.TagCreator.code;
import static j2html.TagCreator.document;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.img;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.style;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.title;
import static j2html.TagCreator.tr;

import io.trunkline.model.evaluation.Evaluation;
import io.trunkline.model.evaluation.TaskScore;
import j2html.tags.DomContent;
import j2html.tags.specialized.TableTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * An evaluation as one page that fetches nothing: plots are in it. Names of labels and tasks come
 * from whoever made the data, so nothing is put into it but by {@code j2html}, which escapes.
 */
public final class ReportPage {
  private static final String STYLE =
      """
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 860px; margin: 2em auto; padding: 0 1em; }
      table { border-collapse: collapse; margin: 1em 0; }
      th, td { padding: .2em .8em .2em 0; text-align: right; border-bottom: 1px solid #ddd; }
      th:first-child, td:first-child, .pairs td:nth-child(2), .pairs th:nth-child(2) { text-align: left; }
      section { margin-top: 3em; }
      img { max-width: 100%; }
      """;

  /** What the browser holds the page to: it loads nothing and runs nothing. */
  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

  private ReportPage() {}

  /**
   * Writes the page.
   *
   * @param models the digests of the models that answered
   * @param data what to call the data
   */
  public static void write(Path file, List<String> models, String data, Evaluation evaluation)
      throws IOException {
    Files.writeString(file, page(models, data, evaluation));
  }

  private static String page(List<String> models, String data, Evaluation evaluation) {
    return document(
        html(
                head(
                    meta().withCharset("utf-8"),
                    meta().attr("http-equiv", "Content-Security-Policy").withContent(POLICY),
                    title("Evaluation on " + data),
                    style(rawHtml(STYLE))),
                body(
                    h1("Evaluation"),
                    p("Data: " + data + ", " + evaluation.examples() + " examples"),
                    each(models, digest -> p(code("model " + digest))),
                    each(
                        new ArrayList<>(evaluation.tasks().entrySet()),
                        task -> task(task.getKey(), task.getValue()))))
            .withLang("en"));
  }

  private static DomContent task(String name, TaskScore score) {
    List<DomContent> parts = new ArrayList<>();
    parts.add(h2(name));
    parts.add(p(score.kind().title() + ", " + score.n() + " labelled texts"));
    parts.add(figures(score));
    if (!score.reliability().isEmpty()) {
      parts.add(plot(Charts.reliability(score.reliability())));
    }
    if (!score.riskCoverage().isEmpty()) {
      parts.add(plot(Charts.riskCoverage(score.riskCoverage())));
    }
    if (!score.labels().isEmpty()) {
      parts.add(plot(Charts.f1(score.labels())));
    }
    if (!score.confusions().isEmpty()) {
      parts.add(plot(Charts.confusions(score.confusions())));
      parts.add(confusions(score));
    }
    if (!score.labels().isEmpty()) {
      parts.add(labels(score));
    }
    return section(parts.toArray(DomContent[]::new));
  }

  private static TableTag figures(TaskScore score) {
    return table(
        tbody(
            each(
                new ArrayList<>(score.figures().entrySet()),
                figure -> tr(td(figure.getKey().key()), td(shown(figure.getValue()))))));
  }

  private static TableTag labels(TaskScore score) {
    return table(
        heading("label", "precision", "recall", "f1", "right", "given"),
        tbody(
            each(
                score.labels(),
                label ->
                    tr(
                        td(label.label()),
                        td(shown(label.precision())),
                        td(shown(label.recall())),
                        td(shown(label.f1())),
                        td(Integer.toString(label.right())),
                        td(Integer.toString(label.given()))))));
  }

  private static TableTag confusions(TaskScore score) {
    return table(
            heading("right", "given instead", "times"),
            tbody(
                each(
                    score.confusions(),
                    pair ->
                        tr(
                            td(pair.right()),
                            td(pair.given()),
                            td(Integer.toString(pair.count()))))))
        .withClass("pairs");
  }

  private static DomContent heading(String... names) {
    return thead(tr(each(List.of(names), name -> th(name))));
  }

  private static DomContent plot(Chart<?, ?> chart) {
    return img().withSrc(Svg.dataUri(chart)).withAlt(chart.getTitle());
  }

  private static String shown(double figure) {
    return String.format(Locale.ROOT, "%.4f", figure);
  }
}
