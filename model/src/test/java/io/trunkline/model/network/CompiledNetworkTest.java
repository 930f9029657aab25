package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec.Network.Arrangement;
import io.trunkline.model.hardware.Backends;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.Lexicon;
import io.trunkline.model.text.Spellings;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompiledNetworkTest extends ScorerContract {
  @Override
  protected Scorer scorer(Model model) {
    return compiled(model).scorer();
  }

  @Test
  void whereACardComputesTheNetworkItselfServes() {
    Model model = everyKind(Arrangement.PARALLEL, List.of(2, 3));
    Spellings words = Lexicon.of(model).spellings();

    assertThat(CompiledNetwork.supports(model.spec(), words, new Backends(true, false, List.of())))
        .isTrue();
    assertThat(CompiledNetwork.supports(model.spec(), words, new Backends(false, true, List.of())))
        .isFalse();
  }

  /** Each number of a table is off by a 254th of the greatest of its row at the most. */
  @ParameterizedTest
  @MethodSource("seeds")
  void aQuantizedModelSaysAlmostWhatItsParametersSay(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Model model = model(spec(random), random);
    List<EncodedText> texts = texts(20, 10, random);
    double moved = 0;
    double norm = 0;
    List<float[][]> expected = new PlainScorer(model).score(texts).byTask();
    try (Scorer scorer = scorer(model.quantized())) {
      List<float[][]> actual = scorer.score(texts).byTask();
      for (int task = 0; task < expected.size(); task++) {
        for (int text = 0; text < texts.size(); text++) {
          for (int i = 0; i < expected.get(task)[text].length; i++) {
            double number = expected.get(task)[text][i];
            norm += number * number;
            moved += Math.pow(actual.get(task)[text][i] - number, 2);
          }
        }
      }
    }
    assertThat(Math.sqrt(moved / norm)).isGreaterThan(1e-5).isLessThan(0.02);
  }

  @Test
  void tablesOfAQuantizedModelTakeAByteANumberAndAScaleARow() {
    Model model = everyKind(Arrangement.PARALLEL, List.of(2, 3));
    int words = model.embeddings().rows();
    int numbers = 64 * 8 + words * 6 + (words + 1) * 5 * 5 + words * 8;
    int rows = 64 + words + (words + 1) * 5 + words;

    assertThat(compiled(model).bytes()).isEqualTo(4L * numbers);
    assertThat(compiled(model.quantized()).bytes()).isEqualTo(numbers + 4L * rows);
  }

  @Test
  void manyThreadsMayUseOne() {
    CompiledNetwork compiled = compiled(everyKind(Arrangement.PARALLEL, List.of(2, 3)));
    List<EncodedText> texts = texts(20, 10, new SplittableRandom(9));
    try (Scorer one = compiled.scorer()) {
      List<float[][]> alone = one.score(texts).byTask();
      List<List<float[][]>> together =
          IntStream.range(0, 8)
              .parallel()
              .mapToObj(
                  i -> {
                    try (Scorer own = compiled.scorer()) {
                      return own.score(texts).byTask();
                    }
                  })
              .toList();
      assertThat(together)
          .allSatisfy(said -> assertThat(said).usingRecursiveComparison().isEqualTo(alone));
    }
  }

  private static CompiledNetwork compiled(Model model) {
    return CompiledNetwork.of(model, Lexicon.of(model).spellings());
  }
}
