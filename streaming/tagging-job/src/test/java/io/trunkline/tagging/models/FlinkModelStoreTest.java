package io.trunkline.tagging.models;

import io.trunkline.model.archive.ModelStore;
import io.trunkline.model.archive.ModelStoreContract;
import java.nio.file.Path;

final class FlinkModelStoreTest extends ModelStoreContract {
  @Override
  protected ModelStore store(Path directory) {
    return new FlinkModelStore(directory.toUri());
  }
}
