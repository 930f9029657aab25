package io.trunkline.tagging.pipeline;

import java.util.regex.Pattern;

/** Kafka's rules for the name of a topic. */
final class Topics {
  private static final Pattern LEGAL = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}");

  static final String EXPECTED = "a topic: 1 to 249 letters, digits, dots, _ or -";
  static final Scalar<String> NAME = Scalar.matching(LEGAL, EXPECTED);

  private Topics() {}

  static boolean legal(String topic) {
    return LEGAL.matcher(topic).matches();
  }
}
