package io.trunkline.feedback.http;

import io.trunkline.feedback.quality.QualityStores;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

/**
 * What all instances together have to show. Each says which partitions it covers, so it is seen if
 * one is missing or counted twice, whatever an instance believes of the others meanwhile.
 */
final class EveryInstance {
  private final KafkaStreams streams;
  private final LocalQuality local;
  private final HostInfo self;
  private final int partitions;
  private final Peers peers = new Peers();

  /**
   * @param self where this instance is asked
   * @param partitions how many there are
   */
  EveryInstance(KafkaStreams streams, LocalQuality local, HostInfo self, int partitions) {
    this.streams = streams;
    this.local = local;
    this.self = self;
    this.partitions = partitions;
  }

  /**
   * Everything there is.
   *
   * @throws UnavailableException if some of it is not to be had right now
   */
  Page read() throws UnavailableException {
    Page page = local.read();
    for (StreamsMetadata peer : streams.streamsMetadataForStore(QualityStores.VERSIONS)) {
      if (!peer.hostInfo().equals(self)) {
        Page others = peers.ask(peer.hostInfo());
        if (page.overlaps(others)) {
          throw new UnavailableException("counts are changing hands; ask again in a moment");
        }
        page = page.plus(others);
      }
    }
    if (page.partitions().size() < partitions) {
      throw new UnavailableException(
          "%d of %d partitions are served; ask again in a moment"
              .formatted(page.partitions().size(), partitions));
    }
    return page;
  }
}
