package io.trunkline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What a cluster has in its {@code lib} must not come a second time with the job. */
final class JobJarITCase {
  private static final Path JAR = Path.of(System.getProperty("trunkline.cluster"), "job.jar");
  private static final List<String> IN_THE_CLUSTER =
      List.of(
          "org/apache/flink/api/",
          "org/apache/flink/client/",
          "org/apache/flink/configuration/",
          "org/apache/flink/core/",
          "org/apache/flink/runtime/",
          "org/apache/flink/streaming/api/",
          "org/apache/flink/streaming/runtime/",
          "org/apache/logging/",
          "org/slf4j/",
          "org/nd4j/",
          "org/deeplearning4j/",
          "org/bytedeco/");

  @Test
  void holdsTheJobAndItsConnectorButNeitherFlinkNorNd4j() throws Exception {
    List<String> classes = classes();

    assertThat(classes)
        .contains(
            "io/trunkline/tagging/TaggingJob.class",
            "io/trunkline/schemas/avro/TextEvent.class",
            "org/apache/flink/connector/kafka/source/KafkaSource.class",
            "org/apache/kafka/clients/consumer/KafkaConsumer.class",
            "org/apache/avro/Schema.class");
    assertThat(classes).noneMatch(name -> IN_THE_CLUSTER.stream().anyMatch(name::startsWith));
  }

  @Test
  void namesItsMainClass() throws Exception {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
          .isEqualTo("io.trunkline.tagging.TaggingJob");
    }
  }

  private static List<String> classes() throws Exception {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      return jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class"))
          .toList();
    }
  }
}
