package io.trunkline.model.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Keeps model files under their digests. A digest that is not 64 hexadecimal digits in lower case
 * is refused with an {@link io.trunkline.model.InvalidInputException}, so that no name can lead out
 * of the store; see {@link ArchiveDigest#fileName}.
 */
public interface ModelStore {
  /**
   * Keeps a model file. Either all of it is stored or nothing; what was stored under the digest
   * before is replaced.
   *
   * @param archive its bytes; left open
   * @throws io.trunkline.model.InvalidInputException if they are no model file or their digest is
   *     another
   */
  void put(String digest, InputStream archive) throws IOException;

  /**
   * Opens a model file. Nothing says that it is still what was put there: {@link ModelArchive#load}
   * does.
   *
   * @throws java.io.FileNotFoundException if the store has no such model
   */
  InputStream open(String digest) throws IOException;

  /** The model files it has, by ascending digest. */
  List<StoredFile> files() throws IOException;

  /**
   * Deletes a model file; nothing happens where there is none. Whoever reads it at that time may
   * fail.
   */
  void delete(String digest) throws IOException;

  /** The digests of the models it has, in ascending order. */
  default List<String> list() throws IOException {
    return files().stream().map(StoredFile::digest).toList();
  }
}
