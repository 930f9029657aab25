package io.trunkline.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which part of the model may touch what. */
@AnalyzeClasses(packages = "io.trunkline.model", importOptions = DoNotIncludeTests.class)
final class ModelArchitectureTest {
  @ArchTest
  static final ArchRule theNetworkIsTheOneDoorToTheEngine =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.trunkline.model.network")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..");

  @ArchTest
  static final ArchRule textKnowsNothingOfNetworks =
      noClasses()
          .that()
          .resideInAPackage("io.trunkline.model.text")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.trunkline.model.network",
              "io.trunkline.model.training",
              "io.trunkline.model.serving");

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().matching("io.trunkline.model.(*)..").should().beFreeOfCycles();
}
