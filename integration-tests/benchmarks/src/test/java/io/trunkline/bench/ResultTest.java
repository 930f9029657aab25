package io.trunkline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.cli.report.Machine;
import io.trunkline.cli.report.Svg;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultTest {
  private static final Map<String, List<Double>> ROUNDS = rounds();

  private static final Result RESULT =
      new Result(
          "speed",
          new Machine("a processor", 2, 1024, "Linux", "a JVM"),
          "texts/s",
          ROUNDS,
          Result.ratios(ROUNDS, "ours"),
          Map.of("peer", new Bar(1.2, 2)),
          Map.of());

  private static Map<String, List<Double>> rounds() {
    Map<String, List<Double>> rounds = new LinkedHashMap<>();
    rounds.put("ours", List.of(10.0, 20.0, 60.0));
    rounds.put("peer", List.of(5.0, 20.0, 20.0));
    return rounds;
  }

  @Test
  void ratiosAreOfRoundsThatWerePlayedTogether() {
    assertThat(RESULT.ratios()).containsOnly(Map.entry("peer", new Spread(2, 1, 3)));
  }

  @Test
  void theMedianOfAnEvenNumberIsTheMeanOfTheMiddle() {
    assertThat(Spread.of(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(new Spread(2.5, 1, 4));
  }

  @Test
  void theTableHasEachRatioBesideItsBar() {
    assertThat(RESULT.markdown())
        .contains("| ours | 20 | 10 | 60 |", "| peer | 2.00 | 1.00 | 3.00 | ≥ 1.2 | ≥ 2.0 |");
  }

  @Test
  void jsonHasRatiosBesideTheRawRounds() throws Exception {
    JsonNode json = new ObjectMapper().valueToTree(RESULT);

    assertThat(json.path("ratios").path("peer").path("median").doubleValue()).isEqualTo(2);
    assertThat(json.path("rounds").path("ours").path(2).doubleValue()).isEqualTo(60);
    assertThat(json.path("machine").path("cores").intValue()).isEqualTo(2);
  }

  @Test
  void theChartNamesEveryContestant() {
    assertThat(Svg.draw(RateChart.of(RESULT))).contains("<svg ");
    Collection<?> names = RateChart.of(RESULT).getSeriesMap().get("median").getXData();
    assertThat(names.stream().map(Object::toString)).containsExactly("ours", "peer");
  }
}
