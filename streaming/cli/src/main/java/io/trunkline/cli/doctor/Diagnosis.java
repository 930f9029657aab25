package io.trunkline.cli.doctor;

import io.trunkline.cli.terminal.Terminal;

/**
 * What one check found.
 *
 * @param check the check's name, one word
 * @param grade how good that is
 * @param finding what was found
 * @param remedy what to do about it; empty if nothing is to be done
 */
record Diagnosis(String check, Grade grade, String finding, String remedy) {
  static Diagnosis ok(String check, String finding) {
    return new Diagnosis(check, Grade.OK, finding, "");
  }

  static Diagnosis warning(String check, String finding, String remedy) {
    return new Diagnosis(check, Grade.WARNING, finding, remedy);
  }

  static Diagnosis fault(String check, String finding, String remedy) {
    return new Diagnosis(check, Grade.FAULT, finding, remedy);
  }

  /** In one line. */
  String line() {
    String text = remedy.isEmpty() ? finding : finding + " → " + remedy;
    return "%-7s  %-7s  %s".formatted(grade, check, Terminal.harmless(text));
  }
}
