package io.trunkline.model.hardware;

/**
 * An NVIDIA card.
 *
 * @param index its place in the order of the PCI bus, from 0; CUDA's own order is another one
 *     unless {@code CUDA_DEVICE_ORDER} is {@code PCI_BUS_ID}
 * @param uuid its name for good, {@code GPU-…}
 * @param name what it is sold as
 * @param capability which machine code it runs
 */
public record Gpu(int index, String uuid, String name, ComputeCapability capability) {
  @Override
  public String toString() {
    return "%s (%d, compute capability %s)".formatted(name, index, capability);
  }
}
