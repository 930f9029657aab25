package io.trunkline.cli.doctor;

/** Whether Java is of the version that is tested. */
final class JdkCheck {
  private static final String NAME = "jdk";
  private static final int TESTED = 17;

  private JdkCheck() {}

  static Diagnosis of(Runtime.Version version) {
    return version.feature() == TESTED
        ? Diagnosis.ok(NAME, version.toString())
        : Diagnosis.warning(
            NAME,
            version + ", which is not tested",
            "set JAVA_HOME to a JDK " + TESTED + " if anything is odd");
  }
}
