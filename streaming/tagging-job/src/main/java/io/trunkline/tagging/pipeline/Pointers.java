package io.trunkline.tagging.pipeline;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON pointers (RFC 6901) to a field within an object. */
final class Pointers {
  static final Scalar<JsonPointer> REQUIRED =
      new Scalar<>("a JSON pointer such as /question/text", Pointers::parse);

  private static final Scalar<Optional<JsonPointer>> OPTIONAL =
      new Scalar<>(
          REQUIRED.expected() + ", or none",
          text ->
              text.equals("none") ? Optional.of(Optional.empty()) : parse(text).map(Optional::of));

  private Pointers() {}

  /** The pointer under a key; null where it says {@code none}. */
  static @Nullable JsonPointer optional(
      Section section, String key, @Nullable JsonPointer fallback) {
    return section.get(key, Optional.ofNullable(fallback), OPTIONAL).orElse(null);
  }

  private static Optional<JsonPointer> parse(String text) {
    return text.length() > 1 && text.startsWith("/")
        ? Optional.of(JsonPointer.compile(text))
        : Optional.empty();
  }
}
