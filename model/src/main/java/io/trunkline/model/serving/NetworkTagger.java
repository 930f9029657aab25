package io.trunkline.model.serving;

import io.trunkline.model.Model;
import io.trunkline.model.Prediction;
import io.trunkline.model.ScoredLabel;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Task;
import io.trunkline.model.Text;
import io.trunkline.model.network.Network;
import io.trunkline.model.network.Parameters;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.TextEncoder;
import io.trunkline.model.text.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads texts, asks the network, ranks its answers. */
final class NetworkTagger implements Tagger {
  /** Texts the network sees at once; beyond it a greater batch is no faster and takes memory. */
  private static final int BATCH = 128;

  private final List<Task> tasks;
  private final TextEncoder encoder;
  private final Network network;

  NetworkTagger(Model model) {
    tasks = model.spec().tasks();
    encoder = new TextEncoder(model.spec().features(), new Vocabulary(model.words()));
    network =
        new Network(model.spec(), new Parameters(model.wide(), model.embeddings(), model.dense()));
  }

  @Override
  public List<Task> tasks() {
    return tasks;
  }

  @Override
  public List<Tagging> tag(List<Text> texts) {
    List<Tagging> predictions = new ArrayList<>(texts.size());
    for (int from = 0; from < texts.size(); from += BATCH) {
      tagBatch(texts.subList(from, Math.min(from + BATCH, texts.size())), predictions);
    }
    return predictions;
  }

  private void tagBatch(List<Text> texts, List<Tagging> into) {
    List<EncodedText> encoded = texts.stream().map(encoder::encode).toList();
    List<float[][]> logits = network.logits(encoded);
    for (int text = 0; text < encoded.size(); text++) {
      List<Prediction> answers = new ArrayList<>(tasks.size());
      for (int task = 0; task < tasks.size(); task++) {
        answers.add(prediction(tasks.get(task), logits.get(task)[text]));
      }
      into.add(new Tagging(answers, 0));
    }
  }

  private static Prediction prediction(Task task, float[] logits) {
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit);
    }
    List<ScoredLabel> ranking = new ArrayList<>(logits.length);
    for (int i = 0; i < logits.length; i++) {
      ranking.add(new ScoredLabel(task.labels().get(i), Math.exp(logits[i]) / sum));
    }
    // A stable sort: equals stay in the order of the label set.
    ranking.sort(Comparator.comparingDouble(ScoredLabel::score).reversed());
    return new Prediction.OneLabel(task.name(), ranking, false);
  }

  @Override
  public void close() {
    network.close();
  }
}
