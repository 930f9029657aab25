package io.trunkline.tagging.learner;

import io.trunkline.tagging.learner.Counted.Count;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is counted since the job first learnt, restarts included. */
final class Counts {
  private final Map<Count, Long> counts = new EnumMap<>(Count.class);
  private final Remembered<Counted> state;

  Counts(Remembered<Counted> state) throws Exception {
    this.state = state;
    for (Counted counted : state.all()) {
      counts.put(counted.what(), counted.number());
    }
  }

  void add(Count what) {
    counts.merge(what, 1L, Long::sum);
  }

  long get(Count what) {
    return counts.getOrDefault(what, 0L);
  }

  void remember() throws Exception {
    List<Counted> counted =
        counts.entrySet().stream()
            .map(count -> new Counted(count.getKey(), count.getValue()))
            .toList();
    state.replaceBy(counted);
  }
}
