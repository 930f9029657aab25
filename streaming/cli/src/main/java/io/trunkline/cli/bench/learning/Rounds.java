package io.trunkline.cli.bench.learning;

import io.trunkline.cli.kafka.TopicReader;
import io.trunkline.schemas.avro.DecisionKind;
import io.trunkline.schemas.avro.ModelDecision;
import io.trunkline.schemas.avro.Round;
import io.trunkline.schemas.avro.Verdict;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is recorded of rounds and decisions. Confined to one thread. */
final class Rounds implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final AvroCodec<Round> roundCodec = AvroCodec.of(Round.class);
  private final AvroCodec<ModelDecision> decisionCodec = AvroCodec.of(ModelDecision.class);
  private final String roundsTopic;
  private final TopicReader reader;
  private final List<Round> planned = new ArrayList<>();
  private final List<ModelDecision> decided = new ArrayList<>();

  Rounds(Pipeline pipeline) throws InterruptedException {
    roundsTopic = pipeline.learning().roundsTopic();
    reader =
        TopicReader.fromBeginning(
            pipeline, List.of(roundsTopic, pipeline.learning().decisionsTopic()));
  }

  /** Reads what has come. */
  void poll() throws IOException {
    for (ConsumerRecord<byte[], byte[]> record : reader.poll(PATIENCE)) {
      if (record.topic().equals(roundsTopic)) {
        planned.add(roundCodec.decode(record.value()));
      } else {
        decided.add(decisionCodec.decode(record.value()));
      }
    }
  }

  /** Corrections that were new in some round. */
  long corrections() {
    return planned.stream().mapToLong(Round::getCorrections).sum();
  }

  /** Whether every round planned has been decided on. */
  boolean areDecided() {
    return decisions().size() == planned.size();
  }

  /** What became of rounds, oldest first; failures, which are tried again, left out. */
  List<ModelDecision> decisions() {
    return decided.stream()
        .filter(
            decision ->
                decision.getKind() == DecisionKind.GATE && decision.getVerdict() != Verdict.FAILED)
        .toList();
  }

  /** The versions accepted, oldest first. */
  List<String> accepted() {
    return decisions().stream()
        .filter(decision -> decision.getVerdict() == Verdict.ACCEPTED)
        .map(decision -> Objects.requireNonNull(decision.getCandidate()))
        .toList();
  }

  @Override
  public void close() {
    reader.close();
  }
}
