package io.trunkline.cli.models;

import io.trunkline.cli.kafka.RecordSender;
import io.trunkline.cli.kafka.TopicReader;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.avro.ModelDecision;
import io.trunkline.schemas.avro.ModelProposal;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.schemas.wire.MalformedRecordException;
import io.trunkline.tagging.kafka.Brokers;
import io.trunkline.tagging.kafka.RequiredTopics;
import io.trunkline.tagging.pipeline.Pipeline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Proposes models to the job, which alone announces them, and waits for what it decides. */
final class Proposals {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Pipeline pipeline;
  private final InstantSource clock;
  private final AvroCodec<ModelDecision> decisions = AvroCodec.of(ModelDecision.class);
  private final AvroCodec<ModelAnnouncement> announcements = AvroCodec.of(ModelAnnouncement.class);

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
    requireTopics();
    Answer answer = new Answer(proposal);
    if (patience.isZero()) {
      send(proposal);
      return new Outcome(
          proposal.getDigest(),
          null,
          proposal.getReplaces(),
          Outcome.Verdict.PROPOSED,
          "the job that runs, or the next to run, decides");
    }
    // From the ends as they are before anybody can answer.
    List<String> topics = List.of(pipeline.learning().decisionsTopic(), pipeline.models().topic());
    try (TopicReader answers = TopicReader.fromEnd(pipeline, topics)) {
      send(proposal);
      Instant deadline = clock.instant().plus(patience);
      while (!answer.isComplete() && clock.instant().isBefore(deadline)) {
        answers.poll(POLL).forEach(record -> hear(record, answer));
      }
    }
    return answer.outcome(
        "no decision within %d s; the job decides as soon as it runs"
            .formatted(patience.toSeconds()));
  }

  /** What is no decision, or no announcement, is no answer either. */
  private void hear(ConsumerRecord<byte[], byte[]> record, Answer answer) {
    try {
      if (record.topic().equals(pipeline.models().topic())) {
        answer.hear(announcements.decode(record.value()), record.offset());
      } else {
        answer.hear(decisions.decode(record.value()));
      }
    } catch (MalformedRecordException passedOver) {
      // The job reports what it cannot read; here it only is not what is waited for.
    }
  }

  private void send(ModelProposal proposal) {
    byte[] key = proposal.getDigest().getBytes(StandardCharsets.UTF_8);
    byte[] value = AvroCodec.of(ModelProposal.class).encode(proposal);
    try (RecordSender sender = new RecordSender(pipeline)) {
      sender.send(new ProducerRecord<>(pipeline.learning().proposalsTopic(), key, value));
    }
  }

  private void requireTopics() throws InterruptedException {
    try (Brokers brokers = new Brokers(pipeline)) {
      new RequiredTopics(pipeline, brokers).requireLearning();
    }
  }
}
