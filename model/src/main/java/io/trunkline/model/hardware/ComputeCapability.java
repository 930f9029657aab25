package io.trunkline.model.hardware;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NVIDIA's name for a generation of cards: which machine code they run.
 *
 * @param major the generation; cards run code of their own only
 * @param minor within a generation; a card runs code of lower ones, too
 */
public record ComputeCapability(int major, int minor) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})");

  /**
   * Reads {@code MAJOR.MINOR}.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  static ComputeCapability parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no compute capability");
    }
    return new ComputeCapability(
        Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  /**
   * Whether nd4j-cuda-11.6 has machine code for such a card. It was built for 3.7, 5.0, 5.2, 6.0,
   * 6.1, 7.0, 7.5, 8.0 and 8.6, and without PTX, which the driver could translate for later ones.
   */
  public boolean runsCudaBackend() {
    OptionalInt lowestMinor = lowestMinor();
    return lowestMinor.isPresent() && minor >= lowestMinor.getAsInt();
  }

  private OptionalInt lowestMinor() {
    return switch (major) {
      case 3 -> OptionalInt.of(7);
      case 5, 6, 7, 8 -> OptionalInt.of(0);
      default -> OptionalInt.empty();
    };
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
