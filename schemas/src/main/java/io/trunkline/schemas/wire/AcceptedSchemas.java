package io.trunkline.schemas.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Every schema that a released record has had, oldest first: {@code accepted/<Record>/<n>.avsc}
 * beside this class, with n counted from 1. None is ever taken away, for records outlive programs.
 */
final class AcceptedSchemas {
  private AcceptedSchemas() {}

  /** The accepted schemas of a record, by its simple name; empty if there is none. */
  static List<Schema> of(String record) {
    List<Schema> accepted = new ArrayList<>();
    while (true) {
      String file = "accepted/" + record + "/" + (accepted.size() + 1) + ".avsc";
      try (InputStream in = AcceptedSchemas.class.getResourceAsStream(file)) {
        if (in == null) {
          return accepted;
        }
        accepted.add(new Schema.Parser().parse(in));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
  }
}
