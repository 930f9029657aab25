package io.trunkline.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.cli.model.TrainingFile;
import io.trunkline.model.training.TrainingConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class AblationTableTest {
  private static final List<Variant> ALL = Variant.ALL;
  private static final Variant USUAL = new Variant("as usual", "");
  private static final Variant OTHER = new Variant("other", "");

  @Test
  void aDifferenceIsTakenOnTheSamePart() {
    String table =
        new AblationTable(
                List.of(
                    measured(USUAL, 1, 0.80), measured(USUAL, 2, 0.90),
                    measured(OTHER, 1, 0.82), measured(OTHER, 2, 0.89)))
            .markdown(List.of(USUAL, OTHER));
    assertThat(table).contains("| as usual | 85.0 | 85.0 | 42.5 | 42.5 |");
    assertThat(table).contains("| other | 85.5 (+0.5; -1.0 to +2.0) | 85.5 (+0.5; -1.0 to +2.0) |");
  }

  @Test
  void whatWasNotMeasuredHasADash() {
    assertThat(new AblationTable(List.of(measured(USUAL, 1, 0.8))).markdown(List.of(USUAL, OTHER)))
        .contains("| other | – | – | – | – |");
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void everyVariantButTheFirstChangesASetting(Variant variant) {
    TrainingConfig usual = TrainingConfig.defaults();
    TrainingConfig changed = TrainingFile.of(variant.name(), variant.yaml()).over(usual);
    if (variant.equals(Variant.ALL.get(0))) {
      assertThat(changed).isEqualTo(usual);
    } else {
      assertThat(changed).isNotEqualTo(usual);
    }
  }

  private static Measured measured(Variant variant, long seed, double figure) {
    Map<String, Double> figures =
        Map.of(Measured.HEADLINE, figure, Measured.UNDER_NOISE, figure / 2);
    return new Measured(
        AblationCommand.STUDY,
        false,
        variant.name(),
        seed,
        "settings",
        1,
        Map.of("type", figures, "subtype", figures));
  }
}
