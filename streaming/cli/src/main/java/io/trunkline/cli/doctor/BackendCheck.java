package io.trunkline.cli.doctor;

import io.trunkline.model.hardware.Backends;
import io.trunkline.model.hardware.Processor;

/** Whether ND4J's binary on the class path is the best that the processor can run. */
final class BackendCheck {
  private static final String NAME = "nd4j";
  private static final String BUILD = "build again: mvn clean package -DskipTests";
  private static final String AVX2 = "avx2";

  private BackendCheck() {}

  static Diagnosis of(Backends backends, Processor processor) {
    if (backends.cpu() && backends.cuda()) {
      return Diagnosis.fault(
          NAME,
          "the backends for CPU and CUDA exclude each other and are both on the class path",
          BUILD + ", with -Pcuda or without");
    }
    if (backends.cuda()) {
      return Diagnosis.ok(NAME, "the CUDA backend");
    }
    if (!backends.cpu() || backends.natives().isEmpty()) {
      return Diagnosis.fault(NAME, "no binary for " + processor.platform(), BUILD);
    }
    return binary(backends.natives().get(0), processor);
  }

  /** The first one is the one that ND4J loads. */
  private static Diagnosis binary(String classifier, Processor processor) {
    boolean needsAvx2 = classifier.endsWith(AVX2);
    boolean hasAvx2 = processor.avx2().orElse(needsAvx2);
    if (needsAvx2 && !hasAvx2) {
      return Diagnosis.fault(
          NAME,
          classifier + ", but the processor has no AVX2",
          BUILD + " -Dnd4j.classifier=" + processor.platform());
    }
    if (hasAvx2 && classifier.equals(processor.platform())) {
      return Diagnosis.warning(
          NAME,
          classifier + ", but the processor has AVX2, with which a network is 3 to 4 times as fast",
          BUILD);
    }
    return Diagnosis.ok(
        NAME, classifier + (hasAvx2 && needsAvx2 ? ", and the processor has AVX2" : ""));
  }
}
