package io.trunkline.model.hardware;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads what {@code nvidia-smi} says to {@code --query-gpu=index,uuid,compute_cap,name}. */
final class NvidiaSmiAnswer {
  private static final int FIELDS = 4;

  /** What it says in a line, such as that it could not reach the driver. */
  private static final int LONGEST_QUOTE = 200;

  private NvidiaSmiAnswer() {}

  static GpuSurvey read(int exitCode, String answer) {
    List<String> lines = answer.lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
    if (exitCode != 0) {
      return GpuSurvey.without(
          "nvidia-smi failed (%d)%s".formatted(exitCode, lines.isEmpty() ? "" : quote(lines)));
    }
    if (lines.isEmpty()) {
      return GpuSurvey.without("the NVIDIA driver knows no card");
    }
    List<Gpu> cards = new ArrayList<>();
    for (String line : lines) {
      try {
        cards.add(card(line));
      } catch (IllegalArgumentException e) {
        return GpuSurvey.without("nvidia-smi cannot be understood" + quote(List.of(line)));
      }
    }
    cards.sort(Comparator.comparingInt(Gpu::index));
    return GpuSurvey.of(cards);
  }

  /** The name comes last: it is the one field that might have a comma. */
  private static Gpu card(String line) {
    String[] fields = line.split(",", FIELDS);
    if (fields.length < FIELDS) {
      throw new IllegalArgumentException(line);
    }
    return new Gpu(
        Integer.parseInt(fields[0].strip()),
        fields[1].strip(),
        fields[3].strip(),
        ComputeCapability.parse(fields[2].strip()));
  }

  private static String quote(List<String> lines) {
    String first = lines.get(0);
    return ": " + (first.length() > LONGEST_QUOTE ? first.substring(0, LONGEST_QUOTE) : first);
  }
}
