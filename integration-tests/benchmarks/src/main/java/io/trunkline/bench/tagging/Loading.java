package io.trunkline.bench.tagging;

import io.trunkline.bench.Spread;
import io.trunkline.model.Model;
import io.trunkline.model.Tagger;
import io.trunkline.model.Text;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.serving.Taggers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long it takes from a model file to the first answer, in milliseconds.
 *
 * @param reading the file, its digest checked
 * @param compiling and warming up
 * @param all of it, the first answer included
 */
record Loading(Spread reading, Spread compiling, Spread all) {
  private static final int TIMES = 7;

  static Loading of(Path file) throws IOException {
    List<Double> reading = new ArrayList<>();
    List<Double> compiling = new ArrayList<>();
    List<Double> all = new ArrayList<>();
    for (int time = 0; time < TIMES; time++) {
      long start = System.nanoTime();
      Model model = ModelArchive.read(file).model();
      long read = System.nanoTime();
      try (Tagger tagger = Taggers.create(model)) {
        long compiled = System.nanoTime();
        tagger.tag(List.of(Text.of("who was the first ?")));
        reading.add(millis(start, read));
        compiling.add(millis(read, compiled));
        all.add(millis(start, System.nanoTime()));
      }
    }
    return new Loading(Spread.of(reading), Spread.of(compiling), Spread.of(all));
  }

  private static double millis(long from, long to) {
    return (to - from) / 1e6;
  }
}
