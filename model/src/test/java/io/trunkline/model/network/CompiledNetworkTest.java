package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.ModelSpec;
import io.trunkline.model.ModelSpec.Features;
import io.trunkline.model.ModelSpec.Network.Arrangement;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.Text;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.Lexicon;
import io.trunkline.model.text.NgramIndex;
import io.trunkline.model.text.Spellings;
import io.trunkline.model.text.TextEncoder;
import io.trunkline.model.text.Tokens;
import io.trunkline.model.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiled network says what the network says, whatever the two are and are asked. */
class CompiledNetworkTest {
  private static final float PRECISION = 1e-4f;
  private static final int WORDS = 30;
  private static final int NGRAMS = 64;
  private static final List<String> KNOWN =
      List.of("who", "was", "in", "1984", "什", "zwölf", "光", "?");
  private static final Spellings NO_WORDS =
      new Lexicon(new Vocabulary(List.of()), new NgramIndex(new int[1])).spellings();

  static IntStream seeds() {
    return IntStream.range(0, 24);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void randomModelsAnswerRandomTextsAlike(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ModelSpec spec = spec(random);
    List<EncodedText> texts = texts(1 + random.nextInt(40), 40, random);

    requireAlike(spec, NO_WORDS, texts, random);
  }

  /** Texts as they are served: known words as one, unknown ones as n-grams. */
  @ParameterizedTest
  @MethodSource("seeds")
  void wordsSpelledInFullCountAsTheirNgrams(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ModelSpec spec = spec(random);
    List<Text> contents =
        Stream.of(
                "Who was Cher in 1984 ?",
                "什么是光合作用",
                "🎉 ½ zwölf",
                "x",
                "\u200B",
                "你好 who was".repeat(300))
            .map(Text::of)
            .toList();
    Features features = spec.features();
    NgramIndex index =
        NgramIndex.of(
            contents.stream().map(text -> TextEncoder.ngrams(text, features)).toList(), NGRAMS);
    List<String> words =
        IntStream.range(0, WORDS - 2).mapToObj(i -> i < 8 ? KNOWN.get(i) : "w" + i).toList();
    Lexicon lexicon = new Lexicon(new Vocabulary(words), index);
    TextEncoder encoder = new TextEncoder(features, lexicon);
    List<EncodedText> texts = new ArrayList<>();
    for (Text content : contents) {
      Tokens tokens = new Tokens();
      tokens.read(content.content());
      EncodedText text = encoder.newText();
      encoder.encode(tokens, content.attributes(), text);
      texts.add(text);
    }
    assertThat(IntStream.range(0, 6).map(i -> texts.get(0).pieces().get(i))).anyMatch(p -> p < 0);

    requireAlike(spec, lexicon.spellings(), texts, random);
  }

  @Test
  void aTextOfTenThousandTokensIsAnsweredAlike() {
    SplittableRandom random = new SplittableRandom(7);
    List<EncodedText> texts = List.of(text(1, random), text(10_000, random), text(2, random));

    requireAlike(
        spec(Arrangement.PARALLEL, List.of(2, 3, 4), EveryKind.SPEC.tasks()),
        NO_WORDS,
        texts,
        random);
    requireAlike(
        spec(Arrangement.STACKED, List.of(3, 3), EveryKind.SPEC.tasks()), NO_WORDS, texts, random);
  }

  @Test
  void manyThreadsMayUseOne() {
    ModelSpec spec = spec(Arrangement.PARALLEL, List.of(2, 3), EveryKind.SPEC.tasks());
    SplittableRandom random = new SplittableRandom(9);
    CompiledNetwork compiled = CompiledNetwork.of(spec, parameters(spec, random), NO_WORDS);
    List<EncodedText> texts = texts(20, 10, random);
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

  private static void requireAlike(
      ModelSpec spec, Spellings spellings, List<EncodedText> texts, SplittableRandom random) {
    Parameters parameters = parameters(spec, random);
    try (Scorer network = new Network(spec, parameters);
        Scorer compiled = CompiledNetwork.of(spec, parameters, spellings).scorer()) {
      for (int asked = 0; asked < 2; asked++) {
        List<float[][]> expected = network.logits(texts);
        List<float[][]> actual = compiled.logits(texts);
        assertThat(actual).hasSameSizeAs(expected);
        for (int task = 0; task < expected.size(); task++) {
          for (int text = 0; text < texts.size(); text++) {
            assertThat(actual.get(task)[text])
                .as("%s, task %d, text %d of %d", spec, task, text, texts.size())
                .usingComparatorWithPrecision(PRECISION)
                .containsExactly(expected.get(task)[text]);
          }
        }
      }
    }
  }

  private static ModelSpec spec(SplittableRandom random) {
    Arrangement arrangement = random.nextBoolean() ? Arrangement.PARALLEL : Arrangement.STACKED;
    List<Integer> kernels =
        IntStream.range(0, 1 + random.nextInt(4)).mapToObj(i -> 1 + random.nextInt(7)).toList();
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(5); i++) {
      TaskKind kind = TaskKind.values()[random.nextInt(TaskKind.values().length)];
      boolean alike = random.nextBoolean();
      List<String> labels =
          kind == TaskKind.SCORE
              ? List.of()
              : IntStream.range(0, alike ? 3 : 1 + random.nextInt(6))
                  .mapToObj(l -> "l" + l)
                  .toList();
      boolean reads = i > 0 && kind != TaskKind.SPANS && random.nextInt(3) == 0;
      List<String> read = reads ? List.of("t" + random.nextInt(i)) : List.of();
      tasks.add(new Task("t" + i, kind, labels, false, read));
    }
    return spec(arrangement, kernels, tasks);
  }

  private static ModelSpec spec(Arrangement arrangement, List<Integer> kernels, List<Task> tasks) {
    return new ModelSpec(
        tasks,
        new ModelSpec.Features(NGRAMS, 64, 20_000),
        new ModelSpec.Network(8, 6, arrangement, kernels, 5));
  }

  /** Larger than those that a training starts with, the biases and rows of zeros included. */
  private static Parameters parameters(ModelSpec spec, SplittableRandom random) {
    return new Parameters(
        numbers(NGRAMS * spec.network().wideSize(), random),
        numbers(WORDS * spec.network().wordSize(), random),
        numbers(Layout.of(spec).size(), random));
  }

  private static float[] numbers(int count, SplittableRandom random) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextDouble(-1, 1);
    }
    return numbers;
  }

  private static List<EncodedText> texts(int count, int longest, SplittableRandom random) {
    return IntStream.range(0, count)
        .mapToObj(i -> text(1 + random.nextInt(longest), random))
        .toList();
  }

  private static EncodedText text(int words, SplittableRandom random) {
    return new EncodedText(
        random.ints(words, 0, WORDS).toArray(),
        random.ints(random.nextInt(20), 0, NGRAMS).toArray(),
        random.ints(random.nextInt(20), 0, NGRAMS).toArray());
  }
}
