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

  @Test
  void manyThreadsMayUseOne() {
    CompiledNetwork compiled = compiled(everyKind(Arrangement.PARALLEL, List.of(2, 3)));
    List<EncodedText> texts = texts(20, 10, new SplittableRandom(9));
    try (Scorer one = compiled.scorer()) {
      List<float[][]> alone = one.logits(texts);
      List<List<float[][]>> together =
          IntStream.range(0, 8)
              .parallel()
              .mapToObj(
                  i -> {
                    try (Scorer own = compiled.scorer()) {
                      return own.logits(texts);
                    }
                  })
              .toList();
      assertThat(together)
          .allSatisfy(said -> assertThat(said).usingRecursiveComparison().isEqualTo(alone));
    }
  }

  private static CompiledNetwork compiled(Model model) {
    return CompiledNetwork.of(
        model.spec(),
        new Parameters(model.wide(), model.embeddings(), model.dense()),
        Lexicon.of(model).spellings());
  }
}
