package io.trunkline.cli.bench.learning;

import io.trunkline.model.Example;
import io.trunkline.model.Model;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A model that serves a stream and learns from the corrections of it, from the first question until
 * every correction has been in a round.
 *
 * @param settings how it learns
 * @param tasks the tasks corrected
 * @param share of the questions that are corrected
 * @param delay how many questions are asked before a correction comes
 */
record Course(LabSettings settings, Set<String> tasks, double share, int delay) {
  /**
   * What came of it.
   *
   * @param learnt the corrections that were learnt from
   * @param corrections given, those held out among them
   * @param rounds decided
   * @param versions the models that served, the first one first
   */
  record Outcome(List<Example> learnt, int corrections, int rounds, List<Model> versions) {}

  Outcome run(Path directory, Model model, List<Example> stream, long seed, PrintWriter progress)
      throws Exception {
    try (Lab lab = Lab.start(directory, model, settings);
        Classroom classroom = new Classroom(lab, tasks);
        Rounds rounds = new Rounds(lab.pipeline())) {
      classroom.teach(stream, share, delay, new SplittableRandom(seed));
      int told = 0;
      while (rounds.corrections() < (long) tasks.size() * classroom.learnt().size()
          || !rounds.areDecided()) {
        lab.requireRunning();
        rounds.poll();
        for (; told < rounds.decisions().size(); told++) {
          var decision = rounds.decisions().get(told);
          progress.printf("  %s: %s%n", decision.getVerdict(), decision.getReason());
          progress.flush();
        }
      }
      List<Model> versions = new ArrayList<>(List.of(model));
      for (String digest : rounds.accepted()) {
        versions.add(lab.model(digest));
      }
      return new Outcome(
          List.copyOf(classroom.learnt()),
          classroom.corrections(),
          rounds.decisions().size(),
          versions);
    }
  }
}
