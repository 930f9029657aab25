package io.trunkline.cli.demo;

import io.trunkline.model.InvalidInputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Keeps a second demo out of a directory; the system lets go of it however the first one ends. */
record DemoLock(FileChannel channel) implements AutoCloseable {
  /**
   * Takes the directory.
   *
   * @throws InvalidInputException if another demo has it
   */
  static DemoLock take(DemoFiles files) throws IOException {
    Files.createDirectories(files.home());
    FileChannel channel =
        FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return new DemoLock(channel);
      }
    } catch (OverlappingFileLockException alreadyOurs) {
      // Taken by another demo in this process: refused as if it were in another one.
    }
    channel.close();
    throw new InvalidInputException(
        files.home() + " is in use by another demo, expected another directory with --home");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
