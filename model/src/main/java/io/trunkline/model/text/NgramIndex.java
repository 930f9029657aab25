package io.trunkline.model.text;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The index of the n-gram table: which row an n-gram has. A hash table with open addressing, of
 * n-grams' 32-bit hashes: a row belongs to one n-gram, which lies where its hash says or in one of
 * the few rows after that. An n-gram without a row was not seen in training, or was too rare there
 * to get one, and says nothing; under plain feature hashing it would say what the n-grams say that
 * happen to have its row.
 */
public final class NgramIndex {
  /** What an n-gram without a row has. */
  public static final int NONE = -1;

  private static final int NOBODY = 0;
  private static final int PROBES = 8;
  private static final int FEWEST_ROWS = 16;

  private final int[] owners;

  /**
   * An index as a model file has it.
   *
   * @param owners for each row the hash of its n-gram, 0 if it has none; a power of two of them;
   *     not copied
   */
  public NgramIndex(int[] owners) {
    this.owners = owners;
  }

  /**
   * The index of a training set. The most frequent n-grams get rows first, equals in the order of
   * their hashes.
   *
   * @param hashes of the n-grams of each training text
   * @param maxRows rows at the most, a power of two; there are about a third more than different
   *     n-grams if that is fewer
   */
  public static NgramIndex of(Iterable<int[]> hashes, int maxRows) {
    long[] byFrequency = byFrequency(sorted(hashes));
    NgramIndex index = new NgramIndex(new int[rows(byFrequency.length, maxRows)]);
    for (long ngram : byFrequency) {
      index.add((int) ngram);
    }
    return index;
  }

  /**
   * The index with rows for the n-grams of further texts too. Rows may move, see {@link #rowsOf}.
   * Where there is no room for all, an n-gram that comes but once in the texts, or not at all,
   * gives way to one that comes more often.
   *
   * @param hashes of the n-grams of each text that is still known, the further ones among them
   * @param maxRows rows at the most, a power of two; the index never becomes smaller
   */
  public NgramIndex grow(Iterable<int[]> hashes, int maxRows) {
    long[] byFrequency = byFrequency(sorted(hashes));
    long ngrams = IntStream.of(owners).filter(owner -> owner != NOBODY).count();
    ngrams += LongStream.of(byFrequency).filter(ngram -> row((int) ngram) == NONE).count();
    NgramIndex grown = new NgramIndex(new int[Math.max(owners.length, rows(ngrams, maxRows))]);
    // The high half is minus how often it comes: those that come at least twice are first.
    long often = LongStream.of(byFrequency).takeWhile(ngram -> ngram >> 32 <= -2).count();
    LongStream.of(byFrequency).limit(often).forEach(ngram -> grown.add((int) ngram));
    IntStream.of(owners).filter(owner -> owner != NOBODY).forEach(grown::add);
    LongStream.of(byFrequency).skip(often).forEach(ngram -> grown.add((int) ngram));
    return grown;
  }

  /**
   * Where the n-grams of another index have their rows here, by row there; {@link #NONE}: nowhere.
   */
  public int[] rowsOf(NgramIndex other) {
    return IntStream.of(other.owners).map(owner -> owner == NOBODY ? NONE : row(owner)).toArray();
  }

  private static int rows(long ngrams, int maxRows) {
    long wanted = Math.max(FEWEST_ROWS, ngrams + ngrams / 3);
    return (int) Math.min(maxRows, Long.highestOneBit(2 * wanted - 1));
  }

  /** The row of an n-gram, or {@link #NONE}. */
  int row(int hash) {
    int sought = owner(hash);
    int mask = owners.length - 1;
    for (int i = 0; i < PROBES; i++) {
      int row = sought + i & mask;
      if (owners[row] == sought) {
        return row;
      }
      if (owners[row] == NOBODY) {
        return NONE;
      }
    }
    return NONE;
  }

  /** Adds the rows of some n-grams, without those that have none. */
  void addRows(Rows hashes, Rows into) {
    for (int i = 0; i < hashes.count(); i++) {
      int row = row(hashes.get(i));
      if (row != NONE) {
        into.add(row);
      }
    }
  }

  /** For each row the hash of its n-gram, 0 if it has none; not copied. */
  public int[] owners() {
    return owners;
  }

  private void add(int hash) {
    int owner = owner(hash);
    int mask = owners.length - 1;
    for (int i = 0; i < PROBES; i++) {
      int row = owner + i & mask;
      if (owners[row] == NOBODY || owners[row] == owner) {
        owners[row] = owner;
        return;
      }
    }
  }

  private static int owner(int hash) {
    return hash == NOBODY ? 1 : hash;
  }

  private static int[] sorted(Iterable<int[]> hashes) {
    int[] all = new int[1 << 16];
    int count = 0;
    for (int[] text : hashes) {
      if (count + text.length > all.length) {
        all = Arrays.copyOf(all, 2 * (count + text.length));
      }
      System.arraycopy(text, 0, all, count, text.length);
      count += text.length;
    }
    int[] sorted = Arrays.copyOf(all, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** The different hashes in the low half of a number each, the most frequent first. */
  private static long[] byFrequency(int[] sorted) {
    long[] ngrams = new long[sorted.length];
    int different = 0;
    for (int from = 0; from < sorted.length; ) {
      int to = from;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      ngrams[different++] = (long) (from - to) << 32 | Integer.toUnsignedLong(sorted[from]);
      from = to;
    }
    long[] byFrequency = Arrays.copyOf(ngrams, different);
    Arrays.sort(byFrequency);
    return byFrequency;
  }
}
