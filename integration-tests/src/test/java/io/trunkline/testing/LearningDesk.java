package io.trunkline.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.trunkline.model.Example;
import io.trunkline.model.LabelValue.One;
import io.trunkline.schemas.avro.LabelledExample;
import io.trunkline.schemas.avro.ModelDecision;
import io.trunkline.schemas.avro.ModelProposal;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.Round;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.pipeline.Learning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Where a scenario's corrections and proposals go in, and its rounds and decisions come out. */
public final class LearningDesk {
  private final Scenario scenario;
  private final Learning settings;

  LearningDesk(Scenario scenario) {
    this.scenario = scenario;
    this.settings = scenario.pipeline().learning();
  }

  /**
   * Corrects events {@code e<from>} to {@code e<to - 1>} with what is right: a correction of each
   * task. Their texts are the tiny models' sentences and one word more: the sentences themselves
   * may be golden to these models, and would not be learnt.
   */
  public void correct(int from, int to) throws Exception {
    List<Example> sentences = TinyModels.examples();
    AvroCodec<LabelledExample> codec = AvroCodec.of(LabelledExample.class);
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int number = from; number < to; number++) {
      Example sentence = sentences.get(number % sentences.size());
      Map<String, Object> labels = new HashMap<>();
      sentence
          .labels()
          .forEach((task, value) -> labels.put(task, new OneLabel(((One) value).label(), null)));
      LabelledExample example =
          new LabelledExample(
              "e" + number,
              sentence.text() + " now",
              Map.of(),
              labels,
              "test",
              Instant.EPOCH,
              true);
      records.add(
          new ProducerRecord<>(
              settings.examplesTopic(), key(example.getEventId()), codec.encode(example)));
    }
    scenario.topics().send(records);
  }

  /** Proposes a model. */
  public void propose(String digest, long replaces, String by) throws Exception {
    byte[] proposal =
        AvroCodec.of(ModelProposal.class)
            .encode(new ModelProposal(digest, replaces, by, "", Instant.EPOCH));
    scenario
        .topics()
        .send(List.of(new ProducerRecord<>(settings.proposalsTopic(), key(digest), proposal)));
  }

  private static byte[] key(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The rounds planned so far. */
  public List<Round> rounds() throws IOException {
    return scenario.decode(settings.roundsTopic(), Round.class);
  }

  /** What was decided so far. */
  public List<ModelDecision> decisions() throws IOException {
    return scenario.decode(settings.decisionsTopic(), ModelDecision.class);
  }

  /** Waits for so many decisions, and returns them. */
  public List<ModelDecision> awaitDecisions(int number) throws IOException {
    await(number + " decisions")
        .atMost(Scenario.PATIENCE)
        .untilAsserted(() -> assertThat(decisions()).hasSizeGreaterThanOrEqualTo(number));
    return decisions();
  }
}
