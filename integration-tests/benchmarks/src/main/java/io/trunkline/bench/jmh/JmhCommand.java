package io.trunkline.bench.jmh;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.trunkline.bench.subject.BenchModel;
import io.trunkline.cli.bench.SpeedBenchmark;
import io.trunkline.cli.files.ScratchDirectory;
import io.trunkline.cli.report.Machine;
import io.trunkline.model.archive.ModelArchive;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trunkline bench jmh}. */
@Command(
    name = "jmh",
    description = {
      "Measures the parts by JMH: tokenising, hashing, the plan, the whole tagger, the predictions"
          + " that it returns, and the codec; nanoseconds a text, or a record, and bytes allocated.",
      "What the tagger allocates beyond the predictions is garbage."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  trunkline bench jmh --data data",
      "  trunkline bench jmh --data data --model questions.model Codec"
    })
public final class JmhCommand implements SpeedBenchmark {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  @Spec private CommandSpec spec;
  @Mixin private BenchModel bench;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATTERN",
      defaultValue = ".*",
      description = "A regular expression: only benchmarks whose names have it; all by default.")
  private String pattern;

  @Option(
      names = "--json",
      description =
          "Print one object: {\"machine\", \"benchmarks\": {NAME: {\"ns\", \"error\","
              + " \"bytes\"}}}.")
  private boolean json;

  /** Made by picocli. */
  public JmhCommand() {}

  @Override
  public Integer call() throws Exception {
    try (ScratchDirectory directory = ScratchDirectory.temporary()) {
      Path model = directory.path().resolve("bench.model");
      ModelArchive.write(bench.model(spec.commandLine().getErr()), model);
      Collection<RunResult> results =
          new Runner(
                  new OptionsBuilder()
                      .include("io.trunkline.bench.jmh.*" + pattern)
                      .addProfiler(GCProfiler.class)
                      .jvmArgsAppend(
                          "-D" + Parts.MODEL + "=" + model,
                          "-D" + Parts.DATA + "=" + bench.questions().directory())
                      .output(directory.path().resolve("jmh.log").toString())
                      .verbosity(VerboseMode.NORMAL)
                      .shouldFailOnError(true)
                      .build())
              .run();
      print(figures(results));
    }
    return 0;
  }

  /** Nanoseconds, their error at 99.9 % and bytes, by the benchmark's name. */
  private static Map<String, Map<String, Double>> figures(Collection<RunResult> results) {
    Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
      Map<String, Double> one = new LinkedHashMap<>();
      one.put("ns", result.getPrimaryResult().getScore());
      one.put("error", result.getPrimaryResult().getScoreError());
      one.put("bytes", allocated == null ? Double.NaN : allocated.getScore());
      figures.put(name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1), one);
    }
    return figures;
  }

  private void print(Map<String, Map<String, Double>> figures) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Machine machine = Machine.here();
    if (json) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("machine", machine);
      all.put("benchmarks", figures);
      out.println(new ObjectMapper().writeValueAsString(all));
    } else {
      out.println(machine);
      out.println();
      out.println("| benchmark | ns | ± | bytes |");
      out.println("|---|---|---|---|");
      figures.forEach(
          (name, one) ->
              out.printf(
                  Locale.ROOT,
                  "| %s | %,.0f | %,.0f | %,.0f |%n",
                  name,
                  one.get("ns"),
                  one.get("error"),
                  one.get("bytes")));
    }
    out.flush();
  }
}
