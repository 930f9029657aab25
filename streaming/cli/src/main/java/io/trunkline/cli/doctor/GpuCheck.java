package io.trunkline.cli.doctor;

import io.trunkline.model.hardware.Backends;
import io.trunkline.model.hardware.Gpu;
import io.trunkline.model.hardware.GpuPreflight;

/** Whether what computes, cards or the CPU, can. */
final class GpuCheck {
  private static final String NAME = "gpu";

  private GpuCheck() {}

  static Diagnosis of(GpuPreflight preflight, Backends backends) {
    return backends.cuda() ? ofCuda(preflight) : ofCpu(preflight);
  }

  private static Diagnosis ofCpu(GpuPreflight preflight) {
    String ability = preflight.canUseCuda() ? " in a build with -Pcuda" : "";
    return Diagnosis.ok(NAME, "the CPU serves: " + preflight.summary() + ability);
  }

  private static Diagnosis ofCuda(GpuPreflight preflight) {
    if (preflight.usable().isEmpty()) {
      return Diagnosis.fault(
          NAME,
          preflight.summary(),
          "build again without -Pcuda: mvn clean package -DskipTests; the CPU serves then");
    }
    Gpu first = preflight.usable().get(0);
    String pin = "set CUDA_VISIBLE_DEVICES=" + first.uuid();
    if (!preflight.canUseCuda()) {
      return Diagnosis.fault(NAME, preflight.summary(), pin);
    }
    return preflight.visible().size() == 1
        ? Diagnosis.ok(NAME, preflight.summary())
        : Diagnosis.warning(
            NAME,
            preflight.summary() + ": ND4J spreads its threads over them, expected one a process",
            pin);
  }
}
