package io.trunkline.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.plugin.PluginManager;
import org.apache.flink.runtime.externalresource.ExternalResourceUtils;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.operators.StreamMap;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuAssignmentTest {
  @TempDir private Path directory;

  @Test
  void theCardThatWasGivenMustBeTheOneThatIsSeen() {
    GpuAssignment second = new GpuAssignment(List.of("1"));

    assertThatCode(() -> second.requireSeen("1")).doesNotThrowAnyException();
    assertThatThrownBy(() -> second.requireSeen("0"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "Flink gives this TaskManager GPU 1, but CUDA_VISIBLE_DEVICES is '0'; start it with"
                + " CUDA_VISIBLE_DEVICES=1");
    assertThatThrownBy(() -> second.requireSeen("0,1")).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> second.requireSeen(null)).hasMessageContaining("is not set");
  }

  @Test
  void aTaskManagerIsGivenOneCard() {
    assertThatThrownBy(() -> new GpuAssignment(List.of("0", "1")).requireSeen("0,1"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "Flink gives this TaskManager the GPUs 0, 1, expected one:"
                + " external-resource.gpu.amount: 1");
  }

  @Test
  void aClusterThatHandsOutNoCardsIsNotAsked() {
    assertThatCode(() -> new GpuAssignment(List.of()).requireSeen("0,1"))
        .doesNotThrowAnyException();
  }

  /** The script stands for a machine whose second card is free. */
  @Test
  void anOperatorHearsOfTheCardThatTheDiscoveryScriptNames() throws Exception {
    Path script = Files.writeString(directory.resolve("cards.sh"), "#!/bin/sh\necho 1\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    Configuration flink = new Configuration();
    flink.setString("external-resources", "gpu");
    flink.setString("external-resource.gpu.driver-factory.class", ScriptedGpus.class.getName());
    flink.setString("external-resource.gpu.amount", "1");
    flink.setString(
        "external-resource.gpu.param.discovery-script.path", script.toAbsolutePath().toString());

    assertThat(given(flink)).containsExactly("1");
    assertThat(given(new Configuration())).isEmpty();
  }

  private static List<String> given(Configuration flink) throws Exception {
    try (MockEnvironment environment =
            new MockEnvironmentBuilder()
                .setExternalResourceInfoProvider(
                    ExternalResourceUtils.createStaticExternalResourceInfoProviderFromConfig(
                        flink, new Plugins()))
                .build();
        OneInputStreamOperatorTestHarness<String, String> harness =
            new OneInputStreamOperatorTestHarness<>(new StreamMap<>(new Ask()), environment)) {
      harness.open();
      harness.processElement("asked", 0);
      String given = harness.extractOutputValues().get(0);
      return given.isEmpty() ? List.of() : List.of(given.split(","));
    }
  }

  /** What a cluster has in its folder of plugins. */
  private static final class Plugins implements PluginManager {
    @Override
    @SuppressWarnings("unchecked")
    public <P> Iterator<P> load(Class<P> service) {
      return (Iterator<P>) List.of(new ScriptedGpus()).iterator();
    }
  }

  private static final class Ask extends RichMapFunction<String, String> {
    private static final long serialVersionUID = 1L;

    private transient GpuAssignment assignment;

    @Override
    public void open(OpenContext context) {
      assignment = GpuAssignment.of(getRuntimeContext());
    }

    @Override
    public String map(String asked) {
      return String.join(",", assignment.indices());
    }
  }
}
