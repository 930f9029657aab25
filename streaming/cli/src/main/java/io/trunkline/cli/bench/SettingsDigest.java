package io.trunkline.cli.bench;

import io.trunkline.model.training.TrainingConfig;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name of training settings, by which results of other settings are told apart. */
final class SettingsDigest {
  private static final int DIGITS = 16;

  private SettingsDigest() {}

  /** The first hexadecimal digits of the SHA-256 of all settings but the seed. */
  static String of(TrainingConfig settings) {
    byte[] bytes = settings.withSeed(0).toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(sha256().digest(bytes)).substring(0, DIGITS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
