package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.ModelSpec.Network.Arrangement;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.text.EncodedText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkTest {
  private static final int ROWS = 40;

  @ParameterizedTest
  @EnumSource
  void aTextIsAnsweredAlikeAloneAndPaddedInABatch(Arrangement arrangement) {
    List<EncodedText> texts = List.of(text(3), text(30), text(1), text(9));
    try (Network network = network(arrangement)) {
      List<float[][]> together = network.logits(texts);
      for (int i = 0; i < texts.size(); i++) {
        List<float[][]> alone = network.logits(texts.subList(i, i + 1));
        for (int task = 0; task < together.size(); task++) {
          assertThat(together.get(task)[i])
              .usingComparatorWithPrecision(1e-5f)
              .containsExactly(alone.get(task)[0]);
        }
      }
    }
  }

  @Test
  void thereIsAnOutputForEachLabelOneForANumberAndForEachTokenOneForEachTag() {
    try (Network network = network(Arrangement.STACKED)) {
      List<float[][]> logits = network.logits(List.of(text(3), text(5)));
      assertThat(logits.get(0)[0]).hasSize(3);
      assertThat(logits.get(1)[0]).hasSize(2);
      assertThat(logits.get(2)[0]).hasSize(3 * 5);
      assertThat(logits.get(2)[1]).hasSize(5 * 5);
      assertThat(logits.get(3)[0]).hasSize(1);
      assertThat(logits.get(4)[0]).hasSize(2);
    }
  }

  /** Width 3 with dilations 1, 2 and 4 reaches 1 + 2 + 4 tokens to either side. */
  @Test
  void stackedConvolutionsSeeSevenTokensToEitherSideAndNoFurther() {
    int[] words = text(20).words();
    int[] changed = words.clone();
    changed[10] = words[10] == 2 ? 3 : 2;
    try (Network network = network(Arrangement.STACKED)) {
      float[] before = tags(network, words);
      float[] after = tags(network, changed);
      for (int token = 0; token < 20; token++) {
        boolean same =
            Arrays.equals(before, token * 5, token * 5 + 5, after, token * 5, token * 5 + 5);
        assertThat(same).as("token %d", token).isEqualTo(Math.abs(token - 10) > 7);
      }
    }
  }

  @Test
  void atTheStartTasksWithTheSameLabelsGiveTheSameAnswer() {
    Task one = new Task("one", TaskKind.SINGLE_LABEL, List.of("bad", "good"));
    Task other = new Task("other", TaskKind.SINGLE_LABEL, List.of("bad", "good"));
    try (Network network = network(spec(Arrangement.PARALLEL, List.of(one, other)))) {
      List<float[][]> logits = network.logits(List.of(text(4)));
      assertThat(logits.get(0)[0]).containsExactly(logits.get(1)[0]);
      assertThat(logits.get(0)[0][0]).isNotCloseTo(logits.get(0)[0][1], within(1e-6f));
    }
  }

  /** A full collection stops every thread of the process, those that serve among them. */
  @Test
  void closingCollectsNoGarbage(@TempDir Path directory) throws IOException {
    Network network = network(Arrangement.PARALLEL);
    network.logits(List.of(text(4)));
    Path events = directory.resolve("closing.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.SystemGC");
      recording.start();
      network.close();
      recording.stop();
      recording.dump(events);
    }
    assertThat(RecordingFile.readAllEvents(events)).isEmpty();
  }

  private static float[] tags(Network network, int[] words) {
    return network.logits(List.of(new EncodedText(words, new int[] {1}, new int[0]))).get(2)[0];
  }

  private static Network network(Arrangement arrangement) {
    return network(
        spec(
            arrangement,
            List.of(
                new Task("type", TaskKind.SINGLE_LABEL, List.of("a", "b", "c")),
                new Task("topics", TaskKind.MULTI_LABEL, List.of("x", "y")),
                new Task("names", TaskKind.SPANS, List.of("person", "place")),
                new Task("mark", TaskKind.SCORE, List.of()),
                new Task(
                    "next",
                    TaskKind.SINGLE_LABEL,
                    List.of("stop", "go"),
                    false,
                    List.of("names", "type", "topics", "mark")))));
  }

  private static ModelSpec spec(Arrangement arrangement, List<Task> tasks) {
    return new ModelSpec(
        tasks,
        new ModelSpec.Features(16, 8, 32),
        new ModelSpec.Network(8, 6, arrangement, List.of(3, 3, 3), 16));
  }

  private static Network network(ModelSpec spec) {
    SplittableRandom random = new SplittableRandom(3);
    return new Network(spec, Initializer.parameters(spec, ROWS, List.of(text(1)), random));
  }

  private static EncodedText text(int words) {
    int[] rows = new SplittableRandom(words).ints(words, 1, ROWS).toArray();
    return new EncodedText(rows, new int[] {1, words % 16}, new int[] {3});
  }
}
