package io.trunkline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;

/** Which room of the house may touch what. */
@AnalyzeClasses(packages = "io.trunkline", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String MODEL = "io.trunkline.model..";
  private static final String SCHEMAS = "io.trunkline.schemas..";
  private static final String TAGGING = "io.trunkline.tagging..";
  private static final String FEEDBACK = "io.trunkline.feedback..";
  private static final String CLI = "io.trunkline.cli..";

  @ArchTest
  static final ArchRule onlyTheNetworkAndServingKnowTheEngine =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.trunkline.model.network..", "io.trunkline.model.serving..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..");

  @ArchTest
  static final ArchRule theModelIsAPlainLibrary =
      noClasses()
          .that()
          .resideInAPackage(MODEL)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.apache.flink..", "org.apache.kafka..", "org.apache.avro..")
                  .or(resideInAnyPackage(SCHEMAS, TAGGING, FEEDBACK, CLI)));

  @ArchTest
  static final ArchRule contractsKnowNobody =
      noClasses()
          .that()
          .resideInAPackage(SCHEMAS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              MODEL, TAGGING, FEEDBACK, CLI, "org.apache.flink..", "org.apache.kafka..");

  @ArchTest
  static final ArchRule theJobDoesNotKnowTheCommandLine =
      noClasses()
          .that()
          .resideInAPackage(TAGGING)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CLI);

  @ArchTest
  static final ArchRule feedbackKnowsOnlyContracts =
      noClasses()
          .that()
          .resideInAPackage(FEEDBACK)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(MODEL, TAGGING, CLI, "org.apache.flink..");

  @ArchTest
  static final ArchRule theJobDoesNotKnowTheFeedback =
      noClasses()
          .that()
          .resideInAPackage(TAGGING)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(FEEDBACK);

  @ArchTest
  static final ArchRule onlyTheFeedbackKnowsKafkaStreams =
      noClasses()
          .that()
          .resideOutsideOfPackage(FEEDBACK)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka.streams..");

  /**
   * The job sees taggers and archives, rounds and gates to run, never features, networks or
   * training.
   */
  @ArchTest
  static final ArchRule noModelMathematicsInTheJob =
      classes()
          .that()
          .resideInAPackage(TAGGING)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "io.trunkline.model",
                      "io.trunkline.model.archive",
                      "io.trunkline.model.gate",
                      "io.trunkline.model.hardware",
                      "io.trunkline.model.learning",
                      "io.trunkline.model.serving")
                  .or(not(resideInAPackage(MODEL))));

  /** What learns stands beside what tags, and tags nothing but to compare models. */
  @ArchTest
  static final ArchRule onlyTheLearnerRunsRoundsAndGates =
      noClasses()
          .that()
          .resideInAPackage(TAGGING)
          .and()
          .resideOutsideOfPackage("io.trunkline.tagging.learner..")
          .and()
          .doNotHaveFullyQualifiedName("io.trunkline.tagging.LearnerSetup")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.trunkline.model.gate..",
              "io.trunkline.model.learning..",
              "io.trunkline.tagging.learner.rounds..");

  @ArchTest
  static final ArchRule onlyTheJobAndTheDemoKnowFlink =
      noClasses()
          .that()
          .resideOutsideOfPackages(TAGGING, CLI)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().matching("io.trunkline.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheEntrancesHaveAMain =
      methods()
          .that()
          .haveName("main")
          .should()
          .beDeclaredInClassesThat()
          .haveFullyQualifiedName("io.trunkline.cli.Main")
          .orShould()
          .beDeclaredInClassesThat()
          .haveFullyQualifiedName("io.trunkline.tagging.TaggingJob");

  @ArchTest
  static final ArchRule onlyTheCommandLineReadsTheEnvironmentAndWritesToTheTerminal =
      noClasses()
          .that()
          .resideOutsideOfPackage(CLI)
          .and()
          .doNotHaveFullyQualifiedName("io.trunkline.tagging.TaggingJob")
          .and()
          .doNotHaveFullyQualifiedName("io.trunkline.tagging.TaggingOperator")
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule clocksAreHandedIn =
      noClasses()
          .that()
          .resideOutsideOfPackage(CLI)
          .and()
          .doNotHaveFullyQualifiedName("io.trunkline.tagging.TaggingJob")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone");

  @ArchTest
  static final ArchRule seedsAreHandedIn =
      noClasses()
          .should()
          .callConstructor(Random.class)
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule nothingIsJavaDeserialised =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ObjectInputStream.class)
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.deeplearning4j.util.ModelSerializer");

  @ArchTest
  static final ArchRule noStackTraceIsPrinted =
      noClasses().should().callMethod(Throwable.class, "printStackTrace");

  @ArchTest
  static final ArchRule classesAreFinalUnlessMadeForInheritance =
      classes()
          .that()
          .resideOutsideOfPackage("io.trunkline.schemas.avro")
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .and()
          .areNotAnonymousClasses()
          .and()
          .doNotHaveModifier(JavaModifier.ABSTRACT)
          .should()
          .haveModifier(JavaModifier.FINAL);
}
