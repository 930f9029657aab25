package io.trunkline.bench.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.trunkline.model.Model;
import io.trunkline.model.onnx.OnnxGraph;
import io.trunkline.model.onnx.OnnxModel;
import io.trunkline.model.text.EncodedText;
import io.trunkline.model.text.Lexicon;
import io.trunkline.model.text.Rows;
import io.trunkline.model.text.Spellings;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;

/** A batch as {@link OnnxModel} wants it, in memory that is used again. */
final class OnnxInput {
  private static final int[] NONE = {};

  private final Spellings spellings;
  private final int wideRows;
  private final boolean folded;
  private LongBuffer words = longs(0);
  private LongBuffer ngrams = longs(0);
  private FloatBuffer weights = floats(0);
  private int texts;
  private int tokens;
  private int width;

  OnnxInput(Model model, OnnxGraph graph) {
    spellings = Lexicon.of(model).spellings();
    wideRows = model.spec().features().wideRows();
    folded = graph == OnnxGraph.FOLDED;
  }

  /** Takes another batch. */
  void read(List<EncodedText> batch) {
    texts = batch.size();
    tokens = 1;
    width = 1;
    List<int[]> characters = new ArrayList<>();
    for (EncodedText text : batch) {
      int[] rows = folded ? NONE : text.characterNgrams();
      characters.add(rows);
      tokens = Math.max(tokens, text.wordRows().count());
      int pieces = folded ? text.pieces().count() : rows.length;
      width = Math.max(width, text.wordNgramRows().count() + pieces);
    }
    reserve();
    for (int i = 0; i < texts; i++) {
      putWords(batch.get(i).wordRows());
      putNgrams(batch.get(i), characters.get(i));
    }
    words.flip();
    ngrams.flip();
    weights.flip();
  }

  private void reserve() {
    if (words.capacity() < texts * tokens) {
      words = longs(2 * texts * tokens);
    }
    if (ngrams.capacity() < texts * width) {
      ngrams = longs(2 * texts * width);
      weights = floats(2 * texts * width);
    }
    words.clear();
    ngrams.clear();
    weights.clear();
  }

  private void putWords(Rows rows) {
    for (int i = 0; i < tokens; i++) {
      words.put(i < rows.count() ? rows.get(i) : -1);
    }
  }

  /**
   * @param characters the rows of its n-grams of characters; unused if words are whole
   */
  private void putNgrams(EncodedText text, int[] characters) {
    Rows ofWords = text.wordNgramRows();
    float weight = weight(ofWords.count());
    for (int i = 0; i < ofWords.count(); i++) {
      put(ofWords.get(i), weight);
    }
    int put = ofWords.count() + (folded ? putPieces(text.pieces()) : putAll(characters));
    for (int i = put; i < width; i++) {
      put(0, 0);
    }
  }

  private int putAll(int[] rows) {
    float weight = weight(rows.length);
    for (int row : rows) {
      put(row, weight);
    }
    return rows.length;
  }

  private int putPieces(Rows pieces) {
    int rows = 0;
    for (int i = 0; i < pieces.count(); i++) {
      int piece = pieces.get(i);
      rows += piece < 0 ? spellings.rows(Spellings.word(piece)).length : 1;
    }
    float weight = weight(rows);
    for (int i = 0; i < pieces.count(); i++) {
      int piece = pieces.get(i);
      put(piece < 0 ? wideRows + Spellings.word(piece) : piece, weight);
    }
    return pieces.count();
  }

  private void put(int row, float weight) {
    ngrams.put(row);
    weights.put(weight);
  }

  private static float weight(int rows) {
    return rows == 0 ? 0 : (float) (1 / Math.sqrt(rows));
  }

  /** Tokens of the longest text. */
  int tokens() {
    return tokens;
  }

  /** The input of a name; to be closed. */
  OnnxTensor tensor(String name, OrtEnvironment environment) throws OrtException {
    return switch (name) {
      case OnnxModel.WORDS ->
          OnnxTensor.createTensor(environment, words, new long[] {texts, tokens});
      case OnnxModel.NGRAMS ->
          OnnxTensor.createTensor(environment, ngrams, new long[] {texts, width});
      case OnnxModel.NGRAM_WEIGHTS ->
          OnnxTensor.createTensor(environment, weights, new long[] {texts, width});
      default -> throw new IllegalStateException("the graph has an unknown input " + name);
    };
  }

  private static LongBuffer longs(int size) {
    return ByteBuffer.allocateDirect(size * Long.BYTES)
        .order(ByteOrder.nativeOrder())
        .asLongBuffer();
  }

  private static FloatBuffer floats(int size) {
    return ByteBuffer.allocateDirect(size * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
