package io.trunkline.model.archive;

import java.nio.file.Path;

class DirectoryModelStoreTest extends ModelStoreContract {
  @Override
  protected ModelStore store(Path directory) {
    return new DirectoryModelStore(directory);
  }
}
