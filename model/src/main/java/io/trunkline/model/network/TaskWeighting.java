package io.trunkline.model.network;

/** How the losses of several tasks make one step. */
public enum TaskWeighting {
  /** By their sum, each times a factor that is given. */
  FIXED("fixed"),
  /** By their sum, each times a factor that is learnt, see {@link Uncertainty}. */
  UNCERTAINTY("uncertainty"),
  /** By their gradients, from which is taken what goes against other tasks, see {@link PcGrad}. */
  PCGRAD("pcgrad");

  private final String title;

  TaskWeighting(String title) {
    this.title = title;
  }

  /** The name that people and files use. */
  public String title() {
    return title;
  }
}
