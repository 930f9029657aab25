package io.trunkline.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.hardware.Backends;
import io.trunkline.model.hardware.Processor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MachineChecksTest {
  private static final long GIB = 1L << 30;

  @ParameterizedTest
  @CsvSource({"17.0.9, OK", "21.0.1, WARNING", "25, WARNING"})
  void anotherJdkThanTheTestedOneIsAWarning(String version, Grade grade) {
    assertThat(JdkCheck.of(Runtime.Version.parse(version)).grade()).isEqualTo(grade);
  }

  @ParameterizedTest(name = "{0} on {1}, AVX2 {2}")
  @CsvSource({
    "linux-x86_64-onednn-avx2, linux-x86_64, true, OK",
    "linux-x86_64-onednn-avx2, linux-x86_64, false, FAULT",
    "linux-x86_64-onednn-avx2, linux-x86_64, , OK",
    "linux-x86_64-avx2, linux-x86_64, false, FAULT",
    "linux-x86_64-avx2, linux-x86_64, true, OK",
    "linux-x86_64, linux-x86_64, false, OK",
    "linux-x86_64, linux-x86_64, true, WARNING",
    "linux-x86_64, linux-x86_64, , OK",
    "linux-arm64, linux-arm64, false, OK",
    "macosx-x86_64, macosx-x86_64, , OK"
  })
  void theBinaryFitsTheProcessor(
      String classifier, String platform, @Nullable Boolean avx2, Grade grade) {
    Diagnosis diagnosis =
        BackendCheck.of(
            new Backends(true, false, List.of(classifier)),
            new Processor(platform, Optional.ofNullable(avx2)));

    assertThat(diagnosis.grade()).isEqualTo(grade);
    assertThat(diagnosis.finding()).startsWith(classifier);
  }

  @Test
  void aProcessorWithoutAvx2GetsTheGenericBinary() {
    assertThat(
            BackendCheck.of(
                new Backends(true, false, List.of("linux-x86_64-onednn-avx2")),
                new Processor("linux-x86_64", Optional.of(false))))
        .isEqualTo(
            Diagnosis.fault(
                "nd4j",
                "linux-x86_64-onednn-avx2, but the processor has no AVX2",
                "build again: mvn clean package -DskipTests -Dnd4j.classifier=linux-x86_64"));
  }

  @Test
  void aBuildWithoutABinaryOrWithBothBackendsIsAFault() {
    Processor processor = new Processor("linux-arm64", Optional.of(false));

    assertThat(BackendCheck.of(new Backends(true, false, List.of()), processor).finding())
        .isEqualTo("no binary for linux-arm64");
    assertThat(BackendCheck.of(new Backends(false, false, List.of()), processor).grade())
        .isEqualTo(Grade.FAULT);
    assertThat(BackendCheck.of(new Backends(true, true, List.of("linux-arm64")), processor).grade())
        .isEqualTo(Grade.FAULT);
    assertThat(BackendCheck.of(new Backends(false, true, List.of()), processor))
        .isEqualTo(Diagnosis.ok("nd4j", "the CUDA backend"));
  }

  @ParameterizedTest
  @CsvSource({"1, OK", ", WARNING", "2, WARNING", "'1,2', WARNING"})
  void aNetworkHasOneThread(@Nullable String ompNumThreads, Grade grade) {
    assertThat(ThreadsCheck.of(ompNumThreads, 4).grade()).isEqualTo(grade);
  }

  @ParameterizedTest(name = "heap {0}, process {1}, machine {2} GiB")
  @CsvSource({"4, 16, 8, OK", "4, 0, 8, OK", "6, 24, 8, OK", "7, 7, 8, WARNING", "9, 9, 8, FAULT"})
  void theHeapLeavesRoom(long heap, long process, long machine, Grade grade) {
    Diagnosis diagnosis =
        MemoryCheck.of(new MemoryLimits(heap * GIB, process * GIB, machine * GIB));

    assertThat(diagnosis.grade()).isEqualTo(grade);
    assertThat(diagnosis.remedy().isEmpty()).isEqualTo(grade == Grade.OK);
  }

  @Test
  void memoryIsSaidInGibibytes() {
    assertThat(MemoryCheck.of(new MemoryLimits(9 * GIB / 4, 9 * GIB, 2 * GIB)).line())
        .isEqualTo(
            "FAULT    memory   heap up to 2.3 GiB (-Xmx), the whole process up to 9.0 GiB"
                + " (maxPhysicalBytes), the machine or container has 2.0 GiB → set"
                + " TRUNKLINE_JAVA_OPTS=-Xmx1024m");
  }

  @ParameterizedTest(name = "maxBytes {0}, maxPhysicalBytes {1}")
  @CsvSource({
    ", , 400",
    "50, , 350",
    "0, , 0",
    ", 7k, 7168",
    ", 2GB, 2147483648",
    "50, 3m, 3145728",
    ", 150%, 150",
    ", many, 0",
    ", 0, 0"
  })
  void limitsAreWhatJavaCppMakesOfItsProperties(
      @Nullable String maxBytes, @Nullable String maxPhysicalBytes, long expected) {
    assertThat(MemoryLimits.process(100, maxBytes, maxPhysicalBytes)).isEqualTo(expected);
  }
}
