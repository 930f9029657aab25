package io.trunkline.cli.job;

import io.trunkline.model.InvalidInputException;

/**
 * Where a Flink cluster's REST API listens.
 *
 * @param host a name or an address
 * @param port from 1 to 65535
 */
public record ClusterAddress(String host, int port) {
  /**
   * Reads {@code HOST:PORT}.
   *
   * @throws InvalidInputException if the text is something else
   */
  public static ClusterAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    try {
      if (colon > 0) {
        int port = Integer.parseInt(text.substring(colon + 1));
        if (port >= 1 && port <= 65535) {
          return new ClusterAddress(text.substring(0, colon), port);
        }
      }
    } catch (NumberFormatException notAPort) {
      // Refused below, like everything else that is not of the form.
    }
    throw new InvalidInputException(
        "found '" + text + "', expected HOST:PORT of a Flink cluster's REST API");
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
