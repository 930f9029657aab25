package io.trunkline.cli.demo;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * The stream's examples as questions, over and over, each with an id that was never used: {@code
 * demo-1}, {@code demo-2} and so on, since the examples' own may be missing or repeated.
 */
final class QuestionSequence implements Iterator<Asked> {
  private final List<Example> examples;
  private final long end;
  private final LongSupplier clock;
  private long next;

  /**
   * @param events how many there will be; empty for no end
   * @param clock nanoseconds, as {@link System#nanoTime}
   * @throws InvalidInputException if there are no examples
   */
  QuestionSequence(List<Example> examples, OptionalLong events, LongSupplier clock) {
    if (examples.isEmpty()) {
      throw new InvalidInputException("the stream holds no questions, expected at least one");
    }
    this.examples = examples;
    this.end = events.orElse(Long.MAX_VALUE);
    this.clock = clock;
  }

  @Override
  public boolean hasNext() {
    return next < end;
  }

  @Override
  public Asked next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Example example = examples.get((int) (next % examples.size()));
    next++;
    return new Asked("demo-" + next, example, clock.getAsLong());
  }
}
