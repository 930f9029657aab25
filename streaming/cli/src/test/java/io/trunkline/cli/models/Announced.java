package io.trunkline.cli.models;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Announcements for tests. */
final class Announced {
  private Announced() {}

  /** These digests, announced one after the other from generation 0 on. */
  static List<AnnouncedModel> inTurn(String... digests) {
    List<AnnouncedModel> announced = new ArrayList<>();
    for (String digest : digests) {
      announced.add(new AnnouncedModel(announced.size(), digest, Instant.EPOCH, "ann", "why"));
    }
    return announced;
  }
}
