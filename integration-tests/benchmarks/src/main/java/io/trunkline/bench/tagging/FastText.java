package io.trunkline.bench.tagging;

import com.github.jfasttext.JFastText;
import io.trunkline.bench.subject.Questions;
import io.trunkline.bench.subject.Questions.Source;
import io.trunkline.cli.files.ScratchDirectory;
import io.trunkline.model.Example;
import io.trunkline.model.LabelValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * fastText's classifiers, one a task, trained on the same texts as ours. The setting of each is
 * chosen on examples that it does not learn from, every tenth of its training texts.
 *
 * @see <a href="https://aclanthology.org/E17-2068/">A. Joulin et al., Bag of Tricks for Efficient
 *     Text Classification, EACL 2017</a>
 */
final class FastText implements AutoCloseable {
  private static final int SET_ASIDE = 10;
  private static final String LABEL = "__label__";

  /** A setting is what is passed on; buckets are as many as keep a model of these data small. */
  private static final List<List<String>> SETTINGS =
      List.of(
          List.of("-wordNgrams", "1"),
          List.of("-wordNgrams", "2"),
          List.of("-wordNgrams", "2", "-minn", "2", "-maxn", "5"),
          List.of("-wordNgrams", "3", "-minn", "3", "-maxn", "4"));

  private static final List<String> COMMON =
      List.of("-epoch", "25", "-lr", "0.5", "-dim", "100", "-bucket", "200000", "-thread", "1");

  private final ScratchDirectory directory;
  private final Map<String, JFastText> byTask = new LinkedHashMap<>();
  private final Map<String, String> chosen = new LinkedHashMap<>();

  private FastText(ScratchDirectory directory) {
    this.directory = directory;
  }

  /** Trains a classifier a task. */
  static FastText train(Questions questions) throws IOException {
    FastText trained = new FastText(ScratchDirectory.temporary());
    try {
      for (Source source : Source.values()) {
        for (String task : source.tasks()) {
          trained.train(task, questions.train(source));
        }
      }
      return trained;
    } catch (IOException | RuntimeException e) {
      trained.close();
      throw e;
    }
  }

  private void train(String task, List<Example> examples) throws IOException {
    List<Example> learnt = new ArrayList<>();
    List<Example> aside = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      (i % SET_ASIDE == 0 ? aside : learnt).add(examples.get(i));
    }
    List<String> best = SETTINGS.get(0);
    double bestAccuracy = -1;
    for (List<String> setting : SETTINGS) {
      JFastText tried = train(task, learnt, setting);
      double accuracy = accuracy(tried, task, aside);
      tried.unloadModel();
      if (accuracy > bestAccuracy) {
        bestAccuracy = accuracy;
        best = setting;
      }
    }
    byTask.put(task, train(task, examples, best));
    chosen.put(task, String.join(" ", best));
  }

  private JFastText train(String task, List<Example> examples, List<String> setting)
      throws IOException {
    Path input = directory.path().resolve(task + ".txt");
    Path output = directory.path().resolve(task);
    List<String> lines =
        examples.stream().map(e -> LABEL + label(task, e) + " " + folded(e.text())).toList();
    Files.write(input, lines);
    List<String> arguments = new ArrayList<>(List.of("supervised", "-verbose", "0"));
    arguments.addAll(List.of("-input", input.toString(), "-output", output.toString()));
    arguments.addAll(COMMON);
    arguments.addAll(setting);
    JFastText trained = new JFastText();
    trained.runCmd(arguments.toArray(String[]::new));
    trained.loadModel(output + ".bin");
    return trained;
  }

  private static double accuracy(JFastText classifier, String task, List<Example> examples) {
    long right =
        examples.stream()
            .filter(e -> classify(classifier, e.text()).equals(label(task, e)))
            .count();
    return (double) right / examples.size();
  }

  private static String classify(JFastText classifier, String text) {
    String label = classifier.predict(folded(text));
    return label == null ? "" : label.substring(LABEL.length());
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replace('\n', ' ');
  }

  private static String label(String task, Example example) {
    return ((LabelValue.One) Objects.requireNonNull(example.labels().get(task)))
        .label()
        .replace(' ', '_');
  }

  /** The label of a text for a task, as {@link #label} writes it. */
  String classify(String task, String text) {
    return classify(classifier(task), text);
  }

  /** The fraction of examples of a task that it labels rightly. */
  double accuracy(String task, List<Example> examples) {
    return accuracy(classifier(task), task, examples);
  }

  private JFastText classifier(String task) {
    return Objects.requireNonNull(byTask.get(task));
  }

  /** By task the setting that was chosen. */
  Map<String, String> chosen() {
    return chosen;
  }

  @Override
  public void close() throws IOException {
    byTask.values().forEach(JFastText::unloadModel);
    directory.close();
  }
}
