package io.trunkline.cli.model;

import io.trunkline.model.archive.ArchivedModel;
import io.trunkline.model.archive.ModelArchive;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The model that a command is about. */
final class ModelOption {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "MODEL",
      description = "A model file that 'trunkline train' wrote.")
  private Path file;

  ModelOption() {}

  /** Where it is. */
  Path file() {
    return file;
  }

  /** Reads it. */
  ArchivedModel read() throws IOException {
    return ModelArchive.read(file);
  }
}
