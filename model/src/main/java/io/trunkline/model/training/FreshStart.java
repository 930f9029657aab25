package io.trunkline.model.training;

import io.trunkline.model.Calibration;
import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.network.Initializer;
import io.trunkline.model.network.Parameters;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.NgramIndex;
import io.trunkline.model.text.TextEncoder;
import io.trunkline.model.text.Token;
import io.trunkline.model.text.Tokenizer;
import io.trunkline.model.text.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Starts a model from nothing: tasks, words and scales are those of the training examples, every
 * parameter is drawn at random but the embeddings of words that came with a vector.
 *
 * @param vectors by folded word, of the width of the network's embeddings
 */
record FreshStart(
    ModelSpec spec,
    Vocabulary vocabulary,
    NgramIndex ngrams,
    Map<Task, Calibration> calibrations,
    Map<String, float[]> vectors)
    implements Start {

  /**
   * Looks the training examples over.
   *
   * @param warning hears of all that is odd but no reason to stop
   * @throws InvalidInputException if there is nothing to learn, or the examples contradict the
   *     settings
   */
  static FreshStart of(
      TrainingConfig config,
      List<Example> train,
      Map<String, float[]> vectors,
      Consumer<String> warning) {
    List<Task> tasks =
        Tasks.choose(config.tasks(), train).stream()
            .filter(task -> isLearnt(task, warning))
            .toList();
    if (tasks.isEmpty()) {
      throw new InvalidInputException(
          "nothing to learn: no training example has a value for a task");
    }
    config.features().attributes().stream()
        .filter(name -> train.stream().noneMatch(one -> one.attributes().containsKey(name)))
        .forEach(
            name -> warning.accept("no training example has the attribute %s".formatted(name)));
    boolean spans = tasks.stream().anyMatch(task -> task.kind() == TaskKind.SPANS);
    Iterable<List<Token>> tokens =
        () -> train.stream().map(example -> Tokenizer.tokenize(example.text())).iterator();
    Iterable<int[]> hashes =
        () ->
            train.stream()
                .map(example -> TextEncoder.ngrams(example.input(), config.features()))
                .iterator();
    NgramIndex ngrams = NgramIndex.of(hashes, config.features().wideRows());
    Map<Task, Calibration> calibrations = new LinkedHashMap<>();
    tasks.forEach(task -> calibrations.put(task, Scale.of(task, train)));
    return new FreshStart(
        new ModelSpec(
            tasks,
            config.features().withWideRows(ngrams.owners().length),
            config.network().shape(spans)),
        Vocabulary.of(tokens, config.words().minCount(), config.words().maxWords()),
        ngrams,
        calibrations,
        vectors);
  }

  @Override
  public boolean learns(Task task) {
    return true;
  }

  @Override
  public boolean trunkLearns() {
    return true;
  }

  @Override
  public Calibration calibration(Task task) {
    return calibrations.getOrDefault(task, Calibration.NONE);
  }

  @Override
  public Parameters parameters(List<EncodedText> texts, RandomGenerator random) {
    Parameters parameters = Initializer.parameters(spec, vocabulary.rows(), texts, random);
    int width = spec.network().wordSize();
    vectors.forEach(
        (word, vector) -> {
          int row = vocabulary.row(word);
          if (row != Vocabulary.UNKNOWN) {
            System.arraycopy(vector, 0, parameters.embeddings(), row * width, width);
          }
        });
    return parameters;
  }

  /** Whether there is anything to learn of a task. */
  static boolean isLearnt(Task task, Consumer<String> warning) {
    if (task.kind() == TaskKind.SCORE) {
      return true;
    }
    if (task.labels().isEmpty()) {
      warning.accept("task " + task.name() + " is left out: no training example has a label of it");
      return false;
    }
    if (task.kind() == TaskKind.SINGLE_LABEL && task.labels().size() == 1) {
      warning.accept(
          "task %s has one label only, %s, and will give it to every text"
              .formatted(task.name(), task.labels().get(0)));
    }
    return true;
  }
}
