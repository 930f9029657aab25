package io.trunkline.cli.bench.learning;

import io.trunkline.cli.kafka.TopicReader;
import io.trunkline.cli.records.QuestionSender;
import io.trunkline.model.Example;
import io.trunkline.model.Model;
import io.trunkline.model.Text;
import io.trunkline.model.learning.HoldOut;
import io.trunkline.tagging.format.LabelDecoder;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How long it takes from the last example of a round to the first label of the version that it
 * makes: a round of a thousand new examples each of five languages that an English model meets for
 * the first time, with questions coming all the while.
 */
final class Delay {
  private static final List<String> LANGUAGES =
      List.of("zh-CN", "de-DE", "es-ES", "fr-FR", "ja-JP");
  private static final int FRESH = 1_000;
  private static final Duration PATIENCE = Duration.ofMillis(20);

  /** Seconds of each round, and their median. */
  record Result(int examples, List<Double> seconds, double median) {}

  private final Massive massive;

  Delay(Massive massive) {
    this.massive = massive;
  }

  Result run(Path directory, Model start, PrintWriter progress) throws Exception {
    List<Double> seconds = new ArrayList<>();
    LabSettings settings = new LabSettings(1, true, FRESH, FRESH, 3600, 0.3, true);
    try (Lab lab = Lab.start(directory, start, settings);
        Classroom classroom = new Classroom(lab, Set.of(Massive.TASK));
        Labels labels = new Labels(lab)) {
      for (String language : LANGUAGES) {
        for (Example example : round(language, lab.pipeline())) {
          classroom.tell(language + example.id(), example);
        }
        classroom.flush();
        seconds.add(labels.awaitNewVersion());
        progress.printf(
            Locale.ROOT, "delay, %s: %.1f s%n", language, seconds.get(seconds.size() - 1));
        progress.flush();
      }
    }
    return new Result(FRESH, seconds, seconds.stream().sorted().toList().get(seconds.size() / 2));
  }

  /** A thousand examples to be learnt, the last of them last, and those held out on the way. */
  private List<Example> round(String language, Pipeline pipeline) throws IOException {
    List<Example> round = new ArrayList<>();
    int fresh = 0;
    for (Example example : massive.read(language, "train")) {
      if (fresh == FRESH) {
        break;
      }
      round.add(example);
      fresh += HoldOut.holds(example.text(), pipeline.learning().holdOut()) ? 0 : 1;
    }
    return round;
  }

  /** Asks all the while, and watches for a label of a new version. */
  private static final class Labels implements AutoCloseable {
    private final Lab lab;
    private final QuestionSender questions;
    private final TopicReader reader;
    private final LabelDecoder decoder;
    private long generation;
    private long asked;

    Labels(Lab lab) throws InterruptedException {
      this.lab = lab;
      Pipeline pipeline = lab.pipeline();
      questions = new QuestionSender(pipeline);
      reader = TopicReader.fromEnd(pipeline, List.of(pipeline.labelTopic(Massive.TASK)));
      decoder = new LabelDecoder(pipeline.labels());
    }

    /** Seconds until one came. */
    double awaitNewVersion() throws Exception {
      long start = System.nanoTime();
      while (true) {
        lab.requireRunning();
        questions.send("ask-" + asked++, Text.of("what time is it"), Instant.now());
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(PATIENCE)) {
          long by = Objects.requireNonNull(decoder.decode(record).generation());
          if (by > generation) {
            generation = by;
            return (System.nanoTime() - start) / 1e9;
          }
        }
      }
    }

    @Override
    public void close() {
      reader.close();
      questions.close();
    }
  }
}
