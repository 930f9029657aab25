package io.trunkline.schemas.wire;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/**
 * The rule that schemas change by: each version can read what every accepted one wrote, and every
 * accepted one can read what it writes (Avro's "full transitive" compatibility).
 */
final class SchemaEvolution {
  private SchemaEvolution() {}

  /** What is wrong with a schema, given those accepted so far, oldest first; empty if nothing. */
  static List<String> problems(Schema current, List<Schema> accepted) {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < accepted.size(); i++) {
      String version = current.getName() + " " + (i + 1);
      addProblems("cannot read what " + version + " wrote", current, accepted.get(i), problems);
      addProblems("writes what " + version + " cannot read", accepted.get(i), current, problems);
    }
    return problems;
  }

  private static void addProblems(
      String title, Schema reader, Schema writer, List<String> problems) {
    SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities()
        .forEach(
            found ->
                problems.add(
                    "%s: %s at %s (%s)"
                        .formatted(
                            title, found.getType(), found.getLocation(), found.getMessage())));
  }
}
