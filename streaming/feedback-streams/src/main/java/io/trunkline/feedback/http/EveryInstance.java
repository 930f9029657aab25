package io.trunkline.feedback.http;

import java.util.Collection;
import java.util.function.Supplier;

/**
 * What all instances together have to show. Each says which partitions it covers, so it is seen if
 * one is missing or counted twice, whatever an instance believes of the others meanwhile.
 *
 * @param here this instance
 * @param others the other ones, as far as it knows of them
 * @param partitions how many there are
 */
record EveryInstance(Instance here, Supplier<Collection<Instance>> others, int partitions)
    implements Instance {
  @Override
  public Page read() throws UnavailableException {
    Page all = here.read();
    for (Instance other : others.get()) {
      Page page = other.read();
      if (page.overlaps(all)) {
        throw new UnavailableException("counts are changing hands; ask again in a moment");
      }
      all = all.plus(page);
    }
    if (all.partitions().size() < partitions) {
      throw new UnavailableException(
          "%d of %d partitions are served; ask again in a moment"
              .formatted(all.partitions().size(), partitions));
    }
    return all;
  }
}
