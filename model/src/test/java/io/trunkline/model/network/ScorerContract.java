package io.trunkline.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.Calibration;
import io.trunkline.model.Model;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.ModelSpec.Network.Arrangement;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.Text;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.Lexicon;
import io.trunkline.model.text.NgramIndex;
import io.trunkline.model.text.TextEncoder;
import io.trunkline.model.text.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An engine says what the formulas say, whatever model it has and whatever it is asked. */
public abstract class ScorerContract {
  private static final float PRECISION = 1e-4f;
  private static final int NGRAMS = 64;
  private static final List<Text> CONTENTS =
      Stream.of(
              "Who was Cher in 1984 ?",
              "什么是光合作用",
              "🎉 ½ zwölf カタカナ",
              "x",
              "\u200B",
              "!",
              "你好 who was ".repeat(300))
          .map(Text::of)
          .toList();

  /** Known words; the others are cut into n-grams. */
  private static final List<String> WORDS =
      Stream.concat(
              Stream.of("who", "was", "in", "1984", "什", "zwölf", "光", "?"),
              IntStream.range(0, 20).mapToObj(i -> "w" + i))
          .toList();

  /** The engine with a model; the test closes it. */
  protected abstract Scorer scorer(Model model);

  static IntStream seeds() {
    return IntStream.range(0, 24);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void randomModelsAnswerRandomTexts(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    requireRight(model(spec(random), random), texts(1 + random.nextInt(40), 40, random));
  }

  @Test
  void batchesOfEverySizeAreAnsweredByOneScorer() {
    SplittableRandom random = new SplittableRandom(5);
    Model model = everyKind(Arrangement.PARALLEL, List.of(2, 3, 4));
    List<EncodedText> texts = texts(40, 12, random);
    List<float[][]> expected = new PlainScorer(model).score(texts).byTask();
    try (Scorer scorer = scorer(model)) {
      for (int size = 1; size <= texts.size(); size++) {
        requireEqual(scorer.score(texts.subList(0, size)).byTask(), expected, size);
      }
    }
  }

  @Test
  void aTextOfTenThousandTokensIsAnswered() {
    SplittableRandom random = new SplittableRandom(7);
    List<EncodedText> texts = List.of(text(1, random), text(10_000, random), text(2, random));
    requireRight(everyKind(Arrangement.PARALLEL, List.of(2, 3, 4)), texts);
    requireRight(everyKind(Arrangement.STACKED, List.of(3, 3)), texts);
  }

  /** Texts as they are served: known words as one, unknown ones as n-grams. */
  @ParameterizedTest
  @MethodSource("seeds")
  void textsAreAnsweredAsTheyAreRead(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Model model = model(spec(random), random);
    TextEncoder encoder = new TextEncoder(model.spec().features(), Lexicon.of(model));
    List<EncodedText> texts = new ArrayList<>();
    for (Text content : CONTENTS) {
      Tokens tokens = new Tokens();
      tokens.read(content.content());
      EncodedText text = encoder.newText();
      encoder.encode(tokens, content.attributes(), text);
      texts.add(text);
    }
    assertThat(IntStream.range(0, 5).map(i -> texts.get(0).pieces().get(i)))
        .anyMatch(piece -> piece < 0);

    requireRight(model, texts);
  }

  private void requireRight(Model model, List<EncodedText> texts) {
    List<float[][]> expected = new PlainScorer(model).score(texts).byTask();
    try (Scorer scorer = scorer(model)) {
      requireEqual(scorer.score(texts).byTask(), expected, texts.size());
      requireEqual(scorer.score(texts).byTask(), expected, texts.size());
    }
  }

  /** Two engines say the same. */
  protected static void requireEqual(List<float[][]> actual, List<float[][]> expected, int texts) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int task = 0; task < expected.size(); task++) {
      assertThat(actual.get(task)).hasNumberOfRows(texts);
      for (int text = 0; text < texts; text++) {
        assertThat(actual.get(task)[text])
            .as("task %d, text %d of %d", task, text, texts)
            .usingComparatorWithPrecision(PRECISION)
            .containsExactly(expected.get(task)[text]);
      }
    }
  }

  /** Any shape, and any tasks. */
  protected static ModelSpec spec(SplittableRandom random) {
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

  static Model everyKind(Arrangement arrangement, List<Integer> kernels) {
    ModelSpec spec = spec(arrangement, kernels, EveryKind.SPEC.tasks());
    return model(spec, new SplittableRandom(9));
  }

  /** Larger parameters than a training starts with, the biases and rows of zeros included. */
  protected static Model model(ModelSpec spec, SplittableRandom random) {
    Map<String, Calibration> calibrations = new HashMap<>();
    for (Task task : spec.tasks()) {
      boolean several = task.kind() == TaskKind.MULTI_LABEL;
      List<Double> thresholds =
          several ? Collections.nCopies(task.labels().size(), 0.5) : List.of();
      calibrations.put(task.name(), new Calibration(1, thresholds, 0, 0, 1));
    }
    NgramIndex index =
        NgramIndex.of(
            CONTENTS.stream().map(text -> TextEncoder.ngrams(text, spec.features())).toList(),
            NGRAMS);
    return new Model(
        spec,
        WORDS,
        index.owners(),
        numbers(NGRAMS * spec.network().wideSize(), random),
        numbers((WORDS.size() + 2) * spec.network().wordSize(), random),
        numbers(Layout.of(spec).size(), random),
        calibrations,
        new Model.TrainingSummary("0".repeat(64), 1, 1, Map.of()));
  }

  private static float[] numbers(int count, SplittableRandom random) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextDouble(-1, 1);
    }
    return numbers;
  }

  /** Texts of known and unknown words. */
  protected static List<EncodedText> texts(int count, int longest, SplittableRandom random) {
    return IntStream.range(0, count)
        .mapToObj(i -> text(1 + random.nextInt(longest), random))
        .toList();
  }

  private static EncodedText text(int words, SplittableRandom random) {
    return new EncodedText(
        random.ints(words, 0, WORDS.size() + 2).toArray(),
        random.ints(random.nextInt(20), 0, NGRAMS).toArray(),
        random.ints(random.nextInt(20), 0, NGRAMS).toArray());
  }
}
