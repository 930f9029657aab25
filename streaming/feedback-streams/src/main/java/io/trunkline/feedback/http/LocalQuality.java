package io.trunkline.feedback.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.feedback.quality.QualityReport;
import io.trunkline.feedback.quality.QualityStores;
import io.trunkline.schemas.avro.VersionQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;

/** What the stores of this instance say. Any number of threads may ask. */
final class LocalQuality implements Instance {
  private final KafkaStreams streams;

  LocalQuality(KafkaStreams streams) {
    this.streams = streams;
  }

  /** Reads the stores that are this instance's to write. */
  @Override
  public Page read() throws UnavailableException {
    KafkaStreams.State state = streams.state();
    if (state != KafkaStreams.State.RUNNING) {
      throw new UnavailableException(
          "this instance is " + state + ", expected RUNNING; ask again in a moment");
    }
    try {
      return page(query());
    } catch (InvalidStateStoreException e) {
      throw new UnavailableException("the stores are being moved; ask again in a moment", e);
    }
  }

  private Map<Integer, QueryResult<KeyValueIterator<Bytes, VersionQuality>>> query() {
    StateQueryRequest<KeyValueIterator<Bytes, VersionQuality>> everything =
        StateQueryRequest.inStore(QualityStores.VERSIONS)
            .withQuery(RangeQuery.<Bytes, VersionQuality>withNoBounds())
            .requireActive();
    return streams.query(everything).getPartitionResults();
  }

  private static Page page(
      Map<Integer, QueryResult<KeyValueIterator<Bytes, VersionQuality>>> results) {
    TreeSet<Integer> partitions = new TreeSet<>();
    List<JsonNode> quality = new ArrayList<>();
    results.forEach(
        (partition, result) -> {
          // A partition that fails is not here; whoever asks sees that it is missing.
          if (result.isSuccess()) {
            try (KeyValueIterator<Bytes, VersionQuality> versions = result.getResult()) {
              versions.forEachRemaining(
                  version ->
                      QualityReport.of(version.value).stream()
                          .map(QualityJson::of)
                          .forEach(quality::add));
            }
            partitions.add(partition);
          }
        });
    return new Page(partitions, quality);
  }
}
