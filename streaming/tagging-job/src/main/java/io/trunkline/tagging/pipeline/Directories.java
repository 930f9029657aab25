package io.trunkline.tagging.pipeline;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Directories on a file system that Flink knows. */
final class Directories {
  private static final Pattern FILE = Pattern.compile("file:(?!//)(.*)");
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

  private Directories() {}

  /** A path, taken from {@code base} where it is relative, or a URI such as {@code s3://b/d}. */
  static Scalar<URI> from(Path base) {
    return new Scalar<>(
        "a directory, or its URI such as s3://bucket/models", text -> parse(text, base));
  }

  private static Optional<URI> parse(String text, Path base) {
    String path = FILE.matcher(text).replaceFirst("$1");
    if (path.isBlank()) {
      return Optional.empty();
    }
    try {
      if (!SCHEME.matcher(path).matches()) {
        return Optional.of(uri(base.resolve(path)));
      }
      URI uri = new URI(path);
      boolean onAHost = "file".equals(uri.getScheme()) && uri.getAuthority() != null;
      return uri.isOpaque() || onAHost ? Optional.empty() : Optional.of(uri);
    } catch (URISyntaxException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Unlike {@link Path#toUri}, the same whether the directory exists yet or not. */
  static URI uri(Path directory) {
    String text = directory.toAbsolutePath().normalize().toUri().toString();
    return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }
}
