package io.trunkline.bench;

import io.trunkline.cli.report.Machine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What a benchmark found; the shape of {@code --json}.
 *
 * @param benchmark its name
 * @param machine what it ran on
 * @param unit what the rounds are in, more being better
 * @param rounds by contestant what it reached, round by round
 * @param ratios by peer how many times as fast ours is, round by round
 * @param bars by peer what the ratio is to reach; not of all
 * @param details what else there is to know, by name
 */
public record Result(
    String benchmark,
    Machine machine,
    String unit,
    Map<String, List<Double>> rounds,
    Map<String, Spread> ratios,
    Map<String, Bar> bars,
    Map<String, Object> details) {

  /** The ratios of one contestant to all others. */
  public static Map<String, Spread> ratios(Map<String, List<Double>> rounds, String ours) {
    List<Double> figures = Objects.requireNonNull(rounds.get(ours));
    Map<String, Spread> ratios = new LinkedHashMap<>();
    rounds.forEach(
        (name, theirs) -> {
          if (!name.equals(ours)) {
            ratios.put(name, Spread.ofRatios(figures, theirs));
          }
        });
    return ratios;
  }

  /** As tables in Markdown. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "| %s | median | least | most |%n", unit));
    text.append("|---|---|---|---|\n");
    rounds.forEach(
        (name, figures) -> {
          Spread spread = Spread.of(figures);
          text.append(
              String.format(
                  Locale.ROOT,
                  "| %s | %,.0f | %,.0f | %,.0f |%n",
                  name,
                  spread.median(),
                  spread.min(),
                  spread.max()));
        });
    text.append(
        "\n| ours ÷ | median | least | most | must reach | aim |\n|---|---|---|---|---|---|\n");
    ratios.forEach((name, spread) -> text.append(row(name, spread)));
    return text.toString();
  }

  private String row(String name, Spread spread) {
    Bar bar = bars.get(name);
    return String.format(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %.2f | %s | %s |%n",
        name,
        spread.median(),
        spread.min(),
        spread.max(),
        bar == null ? "" : "≥ " + bar.must(),
        bar == null ? "" : "≥ " + bar.aim());
  }
}
