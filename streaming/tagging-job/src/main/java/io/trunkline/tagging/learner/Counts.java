package io.trunkline.tagging.learner;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is counted since the job first learnt, restarts included. */
final class Counts {
  /** What is counted. Names are in every savepoint and never change. */
  public enum Count {
    /** Corrections that came. */
    RECEIVED,
    /**
     * Those of them to be learnt. Each is new in one round, or waits, or was replaced or expelled.
     */
    ACCEPTED,
    /** Those held out. */
    HELD_OUT,
    /** Those that were to be held out but come from a source that is not trusted. */
    SET_ASIDE,
    /** Those that came after a later one on the same event, source and task. */
    OUTDATED,
    /** Those that became dead letters. */
    REJECTED,
    /** Accepted ones that another took the place of before their first round. */
    REPLACED,
    /**
     * Accepted ones that became dead letters before their first round, with their task or label.
     */
    EXPELLED,
    /** Rounds planned. */
    ROUNDS
  }

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

  /** A count as it is kept in state. */
  public record Counted(Count what, long number) {}
}
