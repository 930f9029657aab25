package io.trunkline.bench.jmh;

import io.trunkline.bench.subject.Questions;
import io.trunkline.model.Calibration;
import io.trunkline.model.Example;
import io.trunkline.model.Model;
import io.trunkline.model.Prediction;
import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Task;
import io.trunkline.model.Text;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.decoding.Decoder;
import io.trunkline.model.network.CompiledNetwork;
import io.trunkline.model.network.Logits;
import io.trunkline.model.network.Scorer;
import io.trunkline.model.serving.Taggers;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.Lexicon;
import io.trunkline.model.text.TextEncoder;
import io.trunkline.model.text.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** What the tagger does with a text, part by part; an operation is a text. */
@SuppressWarnings("NullAway.Init") // JMH sets it up.
public class Parts extends Timed {
  static final String MODEL = "trunkline.bench.model";
  static final String DATA = "trunkline.bench.data";

  private static final int BATCH = 64;

  private List<Text> texts;
  private Model model;
  private TextEncoder encoder;
  private List<Tokens> tokens;
  private List<EncodedText> encoded;
  private Scorer plan;
  private Tagger tagger;
  private List<Decoder> decoders;
  private Logits logits;
  private int from;

  /** Reads the model and the texts. */
  @Setup
  public void setUp() throws IOException {
    model = ModelArchive.read(Path.of(System.getProperty(MODEL))).model();
    texts =
        new Questions(Path.of(System.getProperty(DATA)))
            .test().stream().map(Example::input).toList();
    Lexicon lexicon = Lexicon.of(model);
    encoder = new TextEncoder(model.spec().features(), lexicon);
    tokens = new ArrayList<>();
    encoded = new ArrayList<>();
    for (Text text : texts) {
      Tokens cut = new Tokens();
      cut.read(text.content());
      EncodedText one = encoder.newText();
      encoder.encode(cut, text.attributes(), one);
      tokens.add(cut);
      encoded.add(one);
    }
    plan = CompiledNetwork.of(model, lexicon.spellings()).scorer();
    tagger = Taggers.create(model);
    decoders = new ArrayList<>();
    for (Task task : model.spec().tasks()) {
      Calibration calibration = model.calibration().get(task.name());
      decoders.add(Decoder.of(task, Objects.requireNonNull(calibration)));
    }
    logits = plan.score(encoded.subList(0, BATCH));
  }

  /** Frees what lies outside the heap. */
  @TearDown
  public void tearDown() {
    plan.close();
    tagger.close();
  }

  private int next() {
    from = from + 2 * BATCH > texts.size() ? 0 : from + BATCH;
    return from;
  }

  /** Folding and cutting. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void tokenising(Blackhole hole) {
    int at = next();
    for (int i = at; i < at + BATCH; i++) {
      tokens.get(i).read(texts.get(i).content());
      hole.consume(tokens.get(i));
    }
  }

  /** Hashing and looking up. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void hashing(Blackhole hole) {
    int at = next();
    for (int i = at; i < at + BATCH; i++) {
      encoder.encode(tokens.get(i), texts.get(i).attributes(), encoded.get(i));
      hole.consume(encoded.get(i));
    }
  }

  /** From rows to logits. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public Object plan() {
    int at = next();
    return plan.score(encoded.subList(at, at + BATCH));
  }

  /** From text to labels. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public Object tagger() {
    int at = next();
    return tagger.tag(texts.subList(at, at + BATCH));
  }

  /**
   * Nothing but what a tagger returns, made of logits that lie ready: what the tagger allocates
   * beyond this is garbage.
   */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public Object predictions() {
    List<Tagging> taggings = new ArrayList<>(BATCH);
    for (int text = 0; text < BATCH; text++) {
      Prediction[] answers = new Prediction[decoders.size()];
      float[] row = logits.row(text).clone();
      for (int task = 0; task < answers.length; task++) {
        int from = logits.start(text, task);
        answers[task] =
            decoders.get(task).decode(row, from, logits.start(text, task + 1), List.of());
      }
      taggings.add(new Tagging(List.of(answers), 0));
    }
    return taggings;
  }
}
