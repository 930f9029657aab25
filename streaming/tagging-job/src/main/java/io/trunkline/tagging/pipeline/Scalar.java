package io.trunkline.tagging.pipeline;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How one kind of value is written.
 *
 * @param expected what is accepted, in words that complete "expected ..."
 * @param parse the value of a text; empty where it is not of this kind
 */
record Scalar<T>(String expected, Function<String, Optional<T>> parse) {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h|d)");

  /** Any text that is not blank. */
  static Scalar<String> text(String expected) {
    return new Scalar<>(expected, text -> Optional.of(text).filter(t -> !t.isBlank()));
  }

  /** A text of a certain form. */
  static Scalar<String> matching(Pattern pattern, String expected) {
    return new Scalar<>(
        expected, text -> Optional.of(text).filter(t -> pattern.matcher(t).matches()));
  }

  /** A whole number in decimal digits, both bounds included. */
  static Scalar<Integer> integer(int min, int max) {
    return new Scalar<>(
        "a whole number from " + min + " to " + max,
        text ->
            Optional.of(text)
                .filter(t -> t.matches("\\d{1,10}"))
                .map(Long::valueOf)
                .filter(n -> n >= min && n <= max)
                .map(Long::intValue));
  }

  /** A decimal number, both bounds included. */
  static Scalar<Double> fraction(double min, double max) {
    return new Scalar<>(
        "a number from " + BigDecimal.valueOf(min) + " to " + BigDecimal.valueOf(max),
        text ->
            Optional.of(text)
                .filter(t -> t.matches("\\d{1,9}(\\.\\d{1,9})?"))
                .map(Double::valueOf)
                .filter(n -> n >= min && n <= max));
  }

  /** True or false. */
  static Scalar<Boolean> truth() {
    return new Scalar<>(
        "true or false",
        text ->
            Optional.of(text)
                .filter(t -> t.equals("true") || t.equals("false"))
                .map(Boolean::valueOf));
  }

  /** A time span such as {@code 500ms}, {@code 5s}, {@code 1m}, {@code 2h} or {@code 1d}. */
  static Scalar<Duration> duration(Duration min, Duration max) {
    return new Scalar<>(
        "a duration from " + written(min) + " to " + written(max) + ", such as 500ms, 5s, 1m or 2h",
        text ->
            duration(text).filter(d -> d.compareTo(min) >= 0).filter(d -> d.compareTo(max) <= 0));
  }

  /** One of an enum's names, in lower case and hyphenated. */
  static <E extends Enum<E>> Scalar<E> oneOf(Class<E> type) {
    return new Scalar<>(
        "one of "
            + Arrays.stream(type.getEnumConstants())
                .map(Scalar::written)
                .collect(Collectors.joining(", ")),
        text ->
            Arrays.stream(type.getEnumConstants())
                .filter(e -> written(e).equals(text))
                .findFirst());
  }

  private static Optional<Duration> duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        });
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String written(Duration duration) {
    if (duration.toMillisPart() > 0 || duration.isZero()) {
      return duration.toMillis() + "ms";
    }
    if (duration.toSecondsPart() > 0) {
      return duration.toSeconds() + "s";
    }
    if (duration.toMinutesPart() > 0) {
      return duration.toMinutes() + "m";
    }
    return duration.toHoursPart() > 0 ? duration.toHours() + "h" : duration.toDays() + "d";
  }
}
