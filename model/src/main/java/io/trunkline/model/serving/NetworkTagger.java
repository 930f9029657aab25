package io.trunkline.model.serving;

import io.trunkline.model.Calibration;
import io.trunkline.model.Model;
import io.trunkline.model.Prediction;
import io.trunkline.model.Ranking;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Task;
import io.trunkline.model.TaskKind;
import io.trunkline.model.Text;
import io.trunkline.model.decoding.Decoder;
import io.trunkline.model.network.Logits;
import io.trunkline.model.network.Scorer;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.TextEncoder;
import io.trunkline.model.text.Token;
import io.trunkline.model.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads texts, asks the network, decodes what its heads say. */
final class NetworkTagger implements Tagger {
  /** Texts the network sees at once; beyond it a greater batch is no faster and takes memory. */
  private static final int BATCH = 128;

  /** Kept, so that others can find out that it is in use and share it. */
  @SuppressWarnings("UnusedVariable")
  private final ServingModel serving;

  private final Scorer scorer;
  private final TextEncoder encoder;
  private final List<Task> tasks;
  private final Decoder[] decoders;
  private final boolean needsTokens;
  private final Tokens tokens = new Tokens();

  /** Used again for the text at the same place of the next batch. */
  private final List<EncodedText> places = new ArrayList<>();

  private final List<EncodedText> encoded = new ArrayList<>();

  /** Of each text of the batch, where a task needs them. */
  private final List<List<Token>> cut = new ArrayList<>();

  NetworkTagger(ServingModel serving, Scorer scorer) {
    this.serving = serving;
    this.scorer = scorer;
    Model model = serving.model();
    encoder = new TextEncoder(model.spec().features(), serving.lexicon());
    tasks = model.spec().tasks();
    decoders = new Decoder[tasks.size()];
    for (int i = 0; i < decoders.length; i++) {
      Calibration calibration = model.calibration().get(tasks.get(i).name());
      decoders[i] = Decoder.of(tasks.get(i), Objects.requireNonNull(calibration));
    }
    needsTokens = tasks.stream().anyMatch(task -> task.kind() == TaskKind.SPANS);
  }

  @Override
  public List<Task> tasks() {
    return tasks;
  }

  @Override
  public List<Tagging> tag(List<Text> texts) {
    List<Tagging> taggings = new ArrayList<>(texts.size());
    for (int from = 0; from < texts.size(); from += BATCH) {
      tagBatch(texts, from, Math.min(from + BATCH, texts.size()), taggings);
    }
    return taggings;
  }

  private void tagBatch(List<Text> texts, int from, int to, List<Tagging> into) {
    encoded.clear();
    cut.clear();
    for (int i = from; i < to; i++) {
      encoded.add(read(texts.get(i), i - from));
    }
    Logits logits = scorer.score(encoded);
    for (int i = 0; i < encoded.size(); i++) {
      into.add(tagging(logits, i));
    }
  }

  private EncodedText read(Text text, int place) {
    if (place == places.size()) {
      places.add(encoder.newText());
    }
    tokens.read(text.content());
    encoder.encode(tokens, text.attributes(), places.get(place));
    if (needsTokens) {
      cut.add(tokens.toList());
    }
    return places.get(place);
  }

  private Tagging tagging(Logits logits, int text) {
    List<Token> read = needsTokens ? cut.get(text) : List.of();
    Prediction[] answers = new Prediction[decoders.length];
    double energy = 0;
    int rankings = 0;
    for (int task = 0; task < answers.length; task++) {
      int from = logits.start(text, task);
      answers[task] =
          decoders[task].decode(logits.row(text), from, logits.start(text, task + 1), read);
      if (answers[task] instanceof Prediction.OneLabel one
          && one.ranking() instanceof Ranking ranking) {
        energy += ranking.energy();
        rankings++;
      }
    }
    return new Tagging(List.of(answers), rankings == 0 ? 0 : energy / rankings);
  }

  @Override
  public void close() {
    scorer.close();
  }
}
