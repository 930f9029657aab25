package io.trunkline.model.learning;

import io.trunkline.model.Example;
import java.util.List;

/**
 * A round of learning: all that its result depends on, beside the parent's file. Its model is a
 * pure function of it, see {@link RoundTrainer}; on the same kind of machine the same round gives
 * the same digest.
 *
 * @param parent digest of the model to start from
 * @param settings how it learns
 * @param seed of every random choice
 * @param fresh what it is there to learn, by ascending {@linkplain Example#id() id}
 * @param replayed what it reads again beside them and beside what the parent remembers, by
 *     ascending id
 */
public record Round(
    String parent, RoundSettings settings, long seed, List<Example> fresh, List<Example> replayed) {
  public Round {
    fresh = List.copyOf(fresh);
    replayed = List.copyOf(replayed);
  }
}
