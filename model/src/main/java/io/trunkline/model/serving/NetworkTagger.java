package io.trunkline.model.serving;

import io.trunkline.model.Calibration;
import io.trunkline.model.Model;
import io.trunkline.model.Prediction;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.Text;
import io.trunkline.model.decoding.Decoder;
import io.trunkline.model.network.Scorer;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.NgramIndex;
import io.trunkline.model.text.TextEncoder;
import io.trunkline.model.text.Token;
import io.trunkline.model.text.Tokenizer;
import io.trunkline.model.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads texts, asks the network, decodes what its heads say. */
final class NetworkTagger implements Tagger {
  /** Texts the network sees at once; beyond it a greater batch is no faster and takes memory. */
  private static final int BATCH = 128;

  /** A task, its part of the outputs, and what makes an answer of them. */
  private record Head(Task task, int place, Calibration calibration, Decoder decoder) {}

  /** Kept, so that others can find out that it is in use and share it. */
  @SuppressWarnings("UnusedVariable")
  private final ServingModel serving;

  private final List<Head> heads = new ArrayList<>();
  private final TextEncoder encoder;
  private final Scorer scorer;

  NetworkTagger(ServingModel serving, Scorer scorer) {
    this.serving = serving;
    this.scorer = scorer;
    Model model = serving.model();
    for (Task task : model.spec().tasks()) {
      Calibration calibration = Objects.requireNonNull(model.calibration().get(task.name()));
      heads.add(new Head(task, heads.size(), calibration, Decoder.of(task, calibration)));
    }
    encoder =
        new TextEncoder(
            model.spec().features(), new Vocabulary(model.words()), new NgramIndex(model.ngrams()));
  }

  @Override
  public List<Task> tasks() {
    return heads.stream().map(Head::task).toList();
  }

  @Override
  public List<Tagging> tag(List<Text> texts) {
    List<Tagging> taggings = new ArrayList<>(texts.size());
    for (int from = 0; from < texts.size(); from += BATCH) {
      tagBatch(texts.subList(from, Math.min(from + BATCH, texts.size())), taggings);
    }
    return taggings;
  }

  private void tagBatch(List<Text> texts, List<Tagging> into) {
    List<List<Token>> tokens = new ArrayList<>(texts.size());
    List<EncodedText> encoded = new ArrayList<>(texts.size());
    for (Text text : texts) {
      List<Token> cut = Tokenizer.tokenize(text.content());
      tokens.add(cut);
      encoded.add(encoder.encode(cut, text.attributes()));
    }
    List<float[][]> outputs = scorer.logits(encoded);
    for (int i = 0; i < texts.size(); i++) {
      int text = i;
      List<float[]> ofText = outputs.stream().map(ofTask -> ofTask[text]).toList();
      into.add(new Tagging(answers(ofText, tokens.get(text)), outOfScope(ofText)));
    }
  }

  private List<Prediction> answers(List<float[]> outputs, List<Token> tokens) {
    return heads.stream()
        .map(head -> head.decoder.decode(outputs.get(head.place), tokens))
        .toList();
  }

  /** The mean over single-label tasks; 0 without any. */
  private double outOfScope(List<float[]> outputs) {
    return heads.stream()
        .filter(head -> head.task.kind() == TaskKind.SINGLE_LABEL)
        .mapToDouble(
            head -> OutOfScope.energy(outputs.get(head.place), head.calibration.temperature()))
        .average()
        .orElse(0);
  }

  @Override
  public void close() {
    scorer.close();
  }
}
