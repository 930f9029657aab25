package io.trunkline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.cli.Main;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SpeedBenchmarksTest {
  @Test
  void theCommandLineFindsThemAndTheyExplainThemselves() {
    Map<String, CommandLine> found =
        Main.commandLine().getSubcommands().get("bench").getSubcommands();

    assertThat(found).containsKeys("tagging", "pipeline", "latency", "scaling", "jmh");
    assertThat(found.values())
        .allSatisfy(
            command -> {
              String name = command.getCommandSpec().qualifiedName();
              assertThat(command.getUsageMessage()).contains("Examples:", "  " + name);
              assertThat(command.getCommandSpec().options())
                  .allSatisfy(option -> assertThat(option.description()).isNotEmpty());
            });
  }
}
