package io.trunkline.cli.demo;

import io.trunkline.model.Example;
import io.trunkline.model.InvalidInputException;
import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.data.ExampleReader;
import io.trunkline.model.training.Trainer;
import io.trunkline.model.training.TrainingConfig;
import io.trunkline.model.training.TrainingListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The model that a demo begins with: trained once, and kept for the next start under a key of data,
 * settings and version, so that a change of any of them trains anew.
 */
final class StartModel {
  private static final int KEY_DIGITS = 16;

  private final DemoFiles files;
  private final String version;
  private final Curriculum curriculum;

  StartModel(DemoFiles files, String version, Curriculum curriculum) {
    this.files = files;
    this.version = version;
    this.curriculum = curriculum;
  }

  /** Whether training on this data can be spared. */
  boolean isKept(Path data) throws IOException {
    return isSound(file(data));
  }

  /**
   * The model's file, after training if it is not kept.
   *
   * @throws InvalidInputException if the data cannot be learnt from
   */
  Path get(Path data, TrainingListener listener) throws IOException {
    Path file = file(data);
    if (!isSound(file)) {
      Files.createDirectories(files.home());
      List<Example> examples = curriculum.first(ExampleReader.read(data, listener::warning));
      Trainer trainer = new Trainer(TrainingConfig.defaults(), listener);
      ModelArchive.write(trainer.train(examples, List.of()), file);
    }
    return file;
  }

  private Path file(Path data) throws IOException {
    MessageDigest digest = sha256();
    digest.update(
        (version + "\n" + TrainingConfig.defaults() + "\n" + curriculum + "\n")
            .getBytes(StandardCharsets.UTF_8));
    digest.update(bytes(data));
    return files.startModel(HexFormat.of().formatHex(digest.digest()).substring(0, KEY_DIGITS));
  }

  private static byte[] bytes(Path data) throws IOException {
    if (!Files.isRegularFile(data)) {
      throw new InvalidInputException(data + ": no such file, expected examples as JSON lines");
    }
    return Files.readAllBytes(data);
  }

  private static boolean isSound(Path file) throws IOException {
    if (Files.notExists(file)) {
      return false;
    }
    try {
      ModelArchive.read(file);
      return true;
    } catch (InvalidInputException damaged) {
      return false;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
