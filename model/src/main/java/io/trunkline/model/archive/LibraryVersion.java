package io.trunkline.model.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The version that the build writes beside this class. */
final class LibraryVersion {
  private static final String FILE = "version.txt";

  private LibraryVersion() {}

  static String read() throws IOException {
    try (InputStream in = LibraryVersion.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the build has left out " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
    }
  }
}
