package io.trunkline.testing;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * How what came out compares with what went in, by event id.
 *
 * @param missing went in and did not come out
 * @param repeated came out more than once
 * @param invented came out and never went in
 */
public record Delivery(Set<String> missing, Set<String> repeated, Set<String> invented) {
  /** Everything came out, once. */
  public static final Delivery EXACTLY_ONCE = new Delivery(Set.of(), Set.of(), Set.of());

  public static Delivery compare(Collection<String> in, Collection<String> out) {
    Set<String> missing = new TreeSet<>(in);
    Set<String> repeated = new TreeSet<>();
    Set<String> invented = new TreeSet<>();
    Set<String> known = new HashSet<>(in);
    Set<String> seen = new HashSet<>();
    for (String id : out) {
      missing.remove(id);
      if (!seen.add(id)) {
        repeated.add(id);
      }
      if (!known.contains(id)) {
        invented.add(id);
      }
    }
    return new Delivery(missing, repeated, invented);
  }
}
