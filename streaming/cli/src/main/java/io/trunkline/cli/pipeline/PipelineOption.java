package io.trunkline.cli.pipeline;

import io.trunkline.tagging.pipeline.Pipeline;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --pipeline}, to be mixed into a command. */
public final class PipelineOption {
  @Option(
      names = "--pipeline",
      required = true,
      paramLabel = "FILE",
      description = "The pipeline's description, such as deploy/pipelines/minimal.yaml.")
  private Path file;

  /** Reads and checks the file; see {@link Pipeline#load}. */
  public Pipeline load() {
    return Pipeline.load(file);
  }

  /** Where it lies. */
  public Path file() {
    return file;
  }
}
