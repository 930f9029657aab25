package io.trunkline.cli.models;

import io.trunkline.cli.kafka.TopicReader;
import io.trunkline.cli.models.Outcome.Verdict;
import io.trunkline.schemas.avro.DecisionKind;
import io.trunkline.schemas.avro.ModelDecision;
import io.trunkline.schemas.avro.ModelProposal;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.schemas.wire.MalformedRecordException;
import io.trunkline.tagging.kafka.Brokers;
import io.trunkline.tagging.pipeline.Pipeline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Proposes models to the job, which alone announces them, and waits for what it decides. */
final class Proposals {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Pipeline pipeline;
  private final InstantSource clock;
  private final AvroCodec<ModelDecision> decisions = AvroCodec.of(ModelDecision.class);

  Proposals(Pipeline pipeline, InstantSource clock) {
    this.pipeline = pipeline;
    this.clock = clock;
  }

  /**
   * Proposes a model that is in the store.
   *
   * @param patience how long to wait for the decision; zero: not at all
   * @throws io.trunkline.model.InvalidInputException if a topic that this needs does not exist
   */
  Outcome propose(ModelProposal proposal, Duration patience) throws InterruptedException {
    requireTopic();
    // From the end as it is before anybody can answer.
    try (TopicReader answers =
        TopicReader.fromEnd(pipeline, List.of(pipeline.learning().decisionsTopic()))) {
      send(proposal);
      if (patience.isZero()) {
        return outcome(
            proposal, null, Verdict.PROPOSED, "the job that runs, or the next to run, decides");
      }
      Optional<ModelDecision> decision = await(proposal, answers, clock.instant().plus(patience));
      if (decision.isEmpty()) {
        return outcome(
            proposal,
            null,
            Verdict.UNDECIDED,
            "no decision within %d s; the job decides as soon as it runs"
                .formatted(patience.toSeconds()));
      }
      return decided(proposal, decision.get());
    }
  }

  private Optional<ModelDecision> await(
      ModelProposal proposal, TopicReader answers, Instant deadline) {
    while (clock.instant().isBefore(deadline)) {
      for (ConsumerRecord<byte[], byte[]> record : answers.poll(POLL)) {
        Optional<ModelDecision> decision =
            decode(record).filter(decided -> isAnswer(decided, proposal));
        if (decision.isPresent()) {
          return decision;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a decision is about a proposal. */
  static boolean isAnswer(ModelDecision decision, ModelProposal proposal) {
    return decision.getKind() == DecisionKind.PROPOSAL
        && proposal.getDigest().equals(decision.getCandidate())
        && decision.getReplaces() == proposal.getReplaces()
        && decision.getBy().equals(proposal.getBy());
  }

  private Outcome decided(ModelProposal proposal, ModelDecision decision)
      throws InterruptedException {
    if (decision.getVerdict() != io.trunkline.schemas.avro.Verdict.ACCEPTED) {
      return outcome(proposal, null, Verdict.REFUSED, decision.getReason());
    }
    return outcome(proposal, generationOf(proposal), Verdict.ACCEPTED, decision.getReason());
  }

  /** The announcement that followed; null if it cannot be seen yet. */
  private @Nullable Long generationOf(ModelProposal proposal) throws InterruptedException {
    return new ModelsTopic(pipeline)
        .read().stream()
            .filter(model -> model.generation() > proposal.getReplaces())
            .filter(model -> model.digest().equals(proposal.getDigest()))
            .map(AnnouncedModel::generation)
            .findFirst()
            .orElse(null);
  }

  private static Outcome outcome(
      ModelProposal proposal, @Nullable Long generation, Verdict verdict, String reason) {
    return new Outcome(proposal.getDigest(), generation, proposal.getReplaces(), verdict, reason);
  }

  /** What is no decision is no answer either; the job reports it, we need not. */
  private Optional<ModelDecision> decode(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Optional.of(decisions.decode(record.value()));
    } catch (MalformedRecordException e) {
      return Optional.empty();
    }
  }

  private void send(ModelProposal proposal) throws InterruptedException {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            pipeline.learning().proposalsTopic(),
            proposal.getDigest().getBytes(StandardCharsets.UTF_8),
            AvroCodec.of(ModelProposal.class).encode(proposal));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            pipeline.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
      var unused = producer.send(record).get();
    } catch (ExecutionException e) {
      throw new KafkaException("the proposal was not sent", e.getCause());
    }
  }

  private void requireTopic() throws InterruptedException {
    try (Brokers brokers = new Brokers(pipeline)) {
      brokers.partitions(List.of(pipeline.learning().proposalsTopic()));
    }
  }
}
