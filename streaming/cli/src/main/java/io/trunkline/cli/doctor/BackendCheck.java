package io.trunkline.cli.doctor;

import io.trunkline.model.hardware.Backends;
import io.trunkline.model.hardware.Processor;

/** Whether ND4J's binary on the class path is the best that the processor can run. */
final class BackendCheck {
  private static final String NAME = "nd4j";
  private static final String BUILD = "build again: mvn clean package -DskipTests";

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
    return binary(backends, processor);
  }

  private static Diagnosis binary(Backends backends, Processor processor) {
    String classifier = backends.natives().get(0);
    if (backends.needAvx2() && processor.lacksAvx2()) {
      return Diagnosis.fault(
          NAME,
          classifier + ", but the processor has no AVX2",
          BUILD + " -Dnd4j.classifier=" + processor.platform());
    }
    boolean hasAvx2 = processor.avx2().orElse(false);
    if (hasAvx2 && classifier.equals(processor.platform())) {
      return Diagnosis.warning(
          NAME,
          classifier + ", but the processor has AVX2, for which there is a faster one",
          BUILD);
    }
    return Diagnosis.ok(
        NAME, classifier + (hasAvx2 && backends.needAvx2() ? ", and the processor has AVX2" : ""));
  }
}
