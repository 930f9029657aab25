package io.trunkline.tagging.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.ModelVersion;
import io.trunkline.model.Prediction;
import io.trunkline.tagging.records.Label;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelHeadersTest {
  private static final Prediction SPANS = new Prediction.Spans("entities", List.of(), false);
  private static final Prediction SCORE = new Prediction.Score("mood", 1, false);

  private final LabelHeaders headers = new LabelHeaders();

  @Test
  void everyLabelHasItsOwnWhateverCameBefore() {
    assertThat(of(SPANS, 0, 0, 0)).containsExactly("0", "0", "0", "spans");
    assertThat(of(SCORE, 0, 0, 0)).containsExactly("0", "0", "0", "score");
    assertThat(of(SCORE, 7, 0, 0)).containsExactly("0", "0", "7", "score");
    assertThat(of(SCORE, 7, 0, 1)).containsExactly("0", "1", "7", "score");
    assertThat(of(SCORE, 7, 2, 1)).containsExactly("2", "1", "7", "score");
    assertThat(of(SPANS, -1, 2, 1)).containsExactly("2", "1", "-1", "spans");
  }

  private List<String> of(Prediction prediction, long generation, int subtask, long batch) {
    ModelVersion model = new ModelVersion("0".repeat(64), generation);
    Label label = new Label("q", prediction, 0, model, subtask, batch, 0);
    return headers.of(label).stream()
        .map(header -> new String(header.value(), StandardCharsets.US_ASCII))
        .toList();
  }
}
