package io.trunkline.tagging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.flink.api.common.functions.Function;
import org.apache.flink.streaming.api.operators.StreamOperator;

/** What holds within the job; of the other rooms the integration tests see more. */
@AnalyzeClasses(packages = "io.trunkline.tagging", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule whatFlinkRunsIsNobodyElsesToUse =
      classes()
          .that()
          .areAssignableTo(StreamOperator.class)
          .or()
          .areAssignableTo(Function.class)
          .should()
          .bePackagePrivate()
          .andShould()
          .haveModifier(JavaModifier.FINAL);

  /** What an operator has while it runs is made when it is opened, and not sent to it. */
  @ArchTest
  static final ArchRule operatorsAreSentSettingsOnly =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .areAssignableTo(StreamOperator.class)
          .and()
          .areNotStatic()
          .and()
          .areNotFinal()
          .should()
          .haveModifier(JavaModifier.TRANSIENT);

  @ArchTest
  static final ArchRule theEngineIsBehindTheTagger =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.nd4j..",
              "org.deeplearning4j..",
              "io.trunkline.model.network..",
              "io.trunkline.model.text..",
              "io.trunkline.model.training..");

  @ArchTest
  static final ArchRule thePipelineIsReadWithoutFlink =
      noClasses()
          .that()
          .resideInAnyPackage("..pipeline..", "..records..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  @ArchTest
  static final ArchRule onlyTheJobHasAMain =
      methods().that().haveName("main").should().beDeclaredIn(TaggingJob.class);
}
