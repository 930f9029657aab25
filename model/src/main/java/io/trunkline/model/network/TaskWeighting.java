package io.trunkline.model.network;

/** How the losses of several tasks make one step. */
public enum TaskWeighting {
  /** By their sum, each times a factor that is given. */
  FIXED,
  /** By their sum, each times a factor that is learnt, see {@link Uncertainty}. */
  UNCERTAINTY,
  /** By their gradients, from which is taken what goes against other tasks, see {@link PcGrad}. */
  PCGRAD
}
