package io.trunkline.bench.tagging;

import io.trunkline.model.Model;
import io.trunkline.model.Tagger;
import io.trunkline.model.Text;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.network.CompiledNetwork;
import io.trunkline.model.serving.Taggers;
import io.trunkline.model.text.Lexicon;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a model takes, in MiB.
 *
 * @param file its archive
 * @param tables those that serve
 * @param heap all that is on the heap for its sake while it serves
 */
record Footprint(double file, double tables, double heap) {
  private static final double MIB = 1 << 20;

  /** Of a model that is written to a file and served from there. */
  static Footprint of(Model model) throws IOException {
    Path file = Files.createTempFile("trunkline-bench-", ".model");
    try {
      ModelArchive.write(model, file);
      CompiledNetwork compiled = CompiledNetwork.of(model, Lexicon.of(model).spellings());
      double tables = compiled.bytes() / MIB;
      return new Footprint(Files.size(file) / MIB, tables, heap(file) / MIB);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static long heap(Path file) throws IOException {
    long before = used();
    Model model = ModelArchive.read(file).model();
    try (Tagger tagger = Taggers.create(model)) {
      tagger.tag(List.of(Text.of("who was the first ?")));
      long grown = used() - before;
      Reference.reachabilityFence(model);
      return grown;
    }
  }

  private static long used() {
    // The first collection may leave what finalizers and reference queues are to be told of.
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
