package io.trunkline.tagging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.externalresource.ExternalResourceDriver;
import org.apache.flink.api.common.externalresource.ExternalResourceDriverFactory;
import org.apache.flink.api.common.externalresource.ExternalResourceInfo;
import org.apache.flink.configuration.Configuration;

/**
 * Hands out cards as Flink's own driver of GPUs does, which is a plugin of the cluster's: a
 * discovery script prints their indices, separated by commas.
 */
public final class ScriptedGpus implements ExternalResourceDriverFactory {
  private static final String SCRIPT = "discovery-script.path";

  /** A card. */
  private record Card(String index) implements ExternalResourceInfo {
    @Override
    public Optional<String> getProperty(String key) {
      return key.equals("index") ? Optional.of(index) : Optional.empty();
    }

    @Override
    public Collection<String> getKeys() {
      return List.of("index");
    }
  }

  @Override
  public ExternalResourceDriver createExternalResourceDriver(Configuration config) {
    String script = config.getString(SCRIPT, "");
    return amount -> cards(script);
  }

  private static Set<ExternalResourceInfo> cards(String script) {
    try {
      Process process = new ProcessBuilder(script).start();
      String printed =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return List.of(printed.strip().split(",")).stream()
          .map(Card::new)
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
