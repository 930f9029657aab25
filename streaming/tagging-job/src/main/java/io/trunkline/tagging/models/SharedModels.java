package io.trunkline.tagging.models;

import io.trunkline.model.archive.ModelArchive;
import io.trunkline.model.serving.ServingModel;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The models that are in use in this process: subtasks that serve the same one read and verify it
 * once, and share its tables. A model is forgotten when nobody uses it any more.
 */
final class SharedModels {
  private static final Map<Key, WeakReference<ServingModel>> IN_USE = new HashMap<>();

  private record Key(URI store, String digest) {}

  private SharedModels() {}

  /**
   * A model of a store. Whoever asks while it is being read waits for it.
   *
   * @throws IOException if the archive cannot be read
   * @throws io.trunkline.model.InvalidInputException if it is not what the digest says
   */
  static synchronized ServingModel load(URI store, String digest) throws IOException {
    IN_USE.values().removeIf(model -> model.get() == null);
    Key key = new Key(store, digest);
    WeakReference<ServingModel> reference = IN_USE.get(key);
    @Nullable ServingModel inUse = reference == null ? null : reference.get();
    if (inUse != null) {
      return inUse;
    }
    ServingModel read = new ServingModel(ModelArchive.load(new FlinkModelStore(store), digest));
    IN_USE.put(key, new WeakReference<>(read));
    return read;
  }
}
