package io.trunkline.cli.bench.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinearFloorTest {
  private static final List<Example> TRAIN =
      List.of(
          example("明天天气怎么样", "weather"),
          example("今天会下雨吗", "weather"),
          example("周末天气好吗", "weather"),
          example("播放一首歌", "music"),
          example("我想听音乐", "music"),
          example("放点爵士音乐", "music"));

  @Test
  void whatItLearntItKnows() {
    assertThat(LinearFloor.train("intent", TRAIN).accuracy(TRAIN)).isEqualTo(1);
  }

  @Test
  void itJudgesByWhatTextsAreMadeOf() {
    LinearFloor floor = LinearFloor.train("intent", TRAIN);

    assertThat(floor.accuracy(List.of(example("后天天气", "weather"), example("听歌", "music"))))
        .isEqualTo(1);
    assertThat(floor.accuracy(List.of(example("后天天气", "music"), example("听歌", "music"))))
        .isEqualTo(0.5);
  }

  private static Example example(String text, String intent) {
    return new Example("", text, Map.of("intent", new LabelValue.One(intent)));
  }
}
