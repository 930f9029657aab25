package io.trunkline.model.training;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.ModelSpec;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.network.LabelledText;
import io.trunkline.model.network.Target;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.TextEncoder;
import io.trunkline.model.text.Token;
import io.trunkline.model.text.Tokenizer;
import io.trunkline.model.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Examples made ready for the network.
 *
 * @param spec the network they are for
 * @param vocabulary the word table, from the training texts
 * @param train the training texts that are labelled for some task
 * @param dev the texts an epoch is chosen by
 */
record TrainingSet(
    ModelSpec spec, Vocabulary vocabulary, List<LabelledText> train, List<LabelledText> dev) {

  /**
   * Prepares a training.
   *
   * @param warning hears of all that is odd but no reason to stop
   * @throws InvalidInputException if there is nothing to learn or a label contradicts its task
   */
  static TrainingSet of(
      TrainingConfig config, List<Example> train, List<Example> dev, Consumer<String> warning) {
    List<Task> found = Tasks.choose(config.tasks(), train);
    List<Task> tasks = found.stream().filter(task -> isLearnt(task, warning)).toList();
    if (tasks.isEmpty() || train.isEmpty()) {
      throw nothingToLearn();
    }
    ModelSpec spec = new ModelSpec(tasks, config.features(), config.network().shape(false));
    List<List<Token>> tokens =
        train.stream().map(example -> Tokenizer.tokenize(example.text())).toList();
    Vocabulary vocabulary =
        Vocabulary.of(tokens, config.words().minCount(), config.words().maxWords());
    TextEncoder encoder = new TextEncoder(config.features(), vocabulary);
    Labels labels = new Labels(tasks);

    List<LabelledText> trainTexts = new ArrayList<>();
    for (int i = 0; i < train.size(); i++) {
      requireKnownLabels(train.get(i), labels);
      add(
          encoder.encode(tokens.get(i), train.get(i).attributes()),
          labels.classes(train.get(i)),
          trainTexts);
    }
    if (trainTexts.isEmpty()) {
      throw nothingToLearn();
    }
    List<LabelledText> devTexts = new ArrayList<>();
    for (Example example : dev) {
      add(encoder.encode(example.input()), labels.classes(example), devTexts);
    }
    warnOfUnheardLabels(dev, labels, warning);
    return new TrainingSet(spec, vocabulary, trainTexts, devTexts);
  }

  private static InvalidInputException nothingToLearn() {
    return new InvalidInputException(
        "nothing to learn: no training example has a value for a single-label task");
  }

  private static boolean isLearnt(Task task, Consumer<String> warning) {
    if (task.kind() != TaskKind.SINGLE_LABEL) {
      warning.accept(
          "task " + task.name() + " is left out: " + task.kind().title() + " is not learnt yet");
      return false;
    }
    if (task.labels().size() == 1) {
      warning.accept(
          "task %s has one label only, %s, and will give it to every text"
              .formatted(task.name(), task.labels().get(0)));
    }
    return true;
  }

  private static void requireKnownLabels(Example example, Labels labels) {
    List<String> unheard = labels.unheard(example);
    if (!unheard.isEmpty()) {
      throw new InvalidInputException(
          "training example %s has %s, which is not among the configured labels"
              .formatted(example.id(), unheard.get(0)));
    }
  }

  private static void add(EncodedText text, int[] classes, List<LabelledText> to) {
    List<@Nullable Target> targets = new ArrayList<>();
    for (int label : classes) {
      targets.add(label == Labels.UNLABELLED ? null : new Target.OneClass(label));
    }
    LabelledText labelled = new LabelledText(text, targets);
    if (labelled.hasLabel()) {
      to.add(labelled);
    }
  }

  private static void warnOfUnheardLabels(
      List<Example> dev, Labels labels, Consumer<String> warning) {
    TreeSet<String> unheard = new TreeSet<>();
    dev.forEach(example -> unheard.addAll(labels.unheard(example)));
    unheard.forEach(
        label -> warning.accept("dev has " + label + ", which train lacks: it counts as wrong"));
  }
}
