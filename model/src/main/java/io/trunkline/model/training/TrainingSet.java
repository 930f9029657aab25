package io.trunkline.model.training;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Task;
import io.trunkline.model.network.LabelledText;
import io.trunkline.model.network.Target;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.TextEncoder;
import io.trunkline.model.text.Token;
import io.trunkline.model.text.Tokenizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The examples that are labelled for some task that learns, made ready for the network. */
final class TrainingSet {
  private final TextEncoder encoder;
  private final int maxTokens;
  private final List<@Nullable Targets> targets = new ArrayList<>();
  private final Noise noise;
  private final List<Example> examples = new ArrayList<>();
  private final List<LabelledText> texts = new ArrayList<>();
  private final Epoch epoch;

  /**
   * Prepares a training.
   *
   * @throws InvalidInputException if there is nothing to learn or a label contradicts its task
   */
  TrainingSet(Start start, TrainingConfig config, List<Example> train) {
    encoder = start.encoder();
    maxTokens = start.spec().features().maxTokens();
    noise = config.noise();
    for (Task task : start.spec().tasks()) {
      targets.add(start.learns(task) ? new Targets(task, start.calibration(task)) : null);
    }
    for (Example example : train) {
      LabelledText text = read(example);
      if (text.hasLabel()) {
        examples.add(example);
        texts.add(text);
      }
    }
    if (texts.isEmpty()) {
      throw new InvalidInputException(
          "nothing to learn: no training example has a value for a task that learns");
    }
    epoch = new Epoch(texts.stream().map(TrainingSet::tasks).toList(), config.balance().sampling());
  }

  /** The examples as they are. */
  List<LabelledText> texts() {
    return texts;
  }

  /** How many texts an epoch has. */
  int size() {
    return texts.size();
  }

  /** One epoch's texts, each as often as its tasks ask for, with fresh noise. */
  List<LabelledText> draw(RandomGenerator random) {
    List<Integer> places = IntStream.range(0, texts.size()).boxed().toList();
    return epoch.draw(places, random).stream().map(place -> noisy(place, random)).toList();
  }

  private LabelledText noisy(int place, RandomGenerator random) {
    Example example = examples.get(place);
    Example noisy = noise.disturb(example, random);
    return noisy.equals(example) ? texts.get(place) : read(noisy);
  }

  private LabelledText read(Example example) {
    List<Token> tokens = Tokenizer.tokenize(example.text());
    EncodedText encoded = encoder.encode(example.input());
    List<Token> read = tokens.subList(0, Math.min(tokens.size(), maxTokens));
    List<@Nullable Target> wanted = new ArrayList<>();
    for (Targets task : targets) {
      wanted.add(task == null ? null : task.of(example, read));
    }
    return new LabelledText(encoded, wanted);
  }

  private static BitSet tasks(LabelledText text) {
    BitSet tasks = new BitSet();
    for (int task = 0; task < text.targets().size(); task++) {
      tasks.set(task, text.targets().get(task) != null);
    }
    return tasks;
  }
}
