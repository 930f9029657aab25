package io.trunkline.tagging.format;

import static io.trunkline.tagging.format.Records.pipeline;
import static io.trunkline.tagging.format.Records.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import io.trunkline.schemas.avro.DeadLetter;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.pipeline.Pipeline;
import io.trunkline.tagging.records.Rejected;
import io.trunkline.tagging.records.Rejected.Stage;
import io.trunkline.tagging.records.SourceRecord;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.junit.jupiter.api.Test;

final class DeadLetterSerializationSchemaTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123Z");
  private static final int LARGE = 1_000_000;

  @Test
  void aDeadLetterTellsWhatWasReadWhereAndWhyItFailed() throws Exception {
    ProducerRecord<byte[], byte[]> record =
        serialize(rejected(utf8("key"), utf8("value")), new RecordLimit(LARGE, LARGE));

    assertThat(record.topic()).isEqualTo("dead-letters");
    assertThat(record.key()).isEqualTo(utf8("questions-3-42"));
    assertThat(record.timestamp()).isEqualTo(NOW.toEpochMilli());
    assertThat(decode(record))
        .isEqualTo(
            new DeadLetter(
                "questions",
                3,
                42L,
                ByteBuffer.wrap(utf8("key")),
                ByteBuffer.wrap(utf8("value")),
                5,
                false,
                "decode",
                "java.io.IOException",
                "not a question",
                NOW));
  }

  @Test
  void aTombstoneHasNoValueAndNoLength() throws Exception {
    DeadLetter letter = decode(serialize(rejected(null, null), new RecordLimit(LARGE, LARGE)));

    assertThat(letter.getKey()).isNull();
    assertThat(letter.getValue()).isNull();
    assertThat(letter.getValueSize()).isEqualTo(-1);
    assertThat(letter.getTruncated()).isFalse();
  }

  @Test
  void whatExactlyMeetsTheBrokersLimitIsNotCut() throws Exception {
    byte[] value = bytes(20_000);
    int size = batchSize(serialize(rejected(utf8("key"), value), new RecordLimit(LARGE, LARGE)));

    ProducerRecord<byte[], byte[]> at =
        serialize(rejected(utf8("key"), value), new RecordLimit(size, LARGE));
    assertThat(decode(at).getTruncated()).isFalse();
    assertThat(decode(at).getValue()).isEqualTo(ByteBuffer.wrap(value));
    assertThat(batchSize(at)).isEqualTo(size);
  }

  @Test
  void oneByteMoreIsCutFromTheEndOfTheValueAndFits() throws Exception {
    byte[] value = bytes(20_000);
    int size = batchSize(serialize(rejected(utf8("key"), value), new RecordLimit(LARGE, LARGE)));

    ProducerRecord<byte[], byte[]> over =
        serialize(rejected(utf8("key"), value), new RecordLimit(size - 1, LARGE));
    assertThat(decode(over).getTruncated()).isTrue();
    assertThat(decode(over).getValue())
        .isEqualTo(ByteBuffer.wrap(Arrays.copyOf(value, 20_000 - 1)));
    assertThat(decode(over).getValueSize()).isEqualTo(20_000);
    assertThat(decode(over).getKey()).isEqualTo(ByteBuffer.wrap(utf8("key")));
    assertThat(batchSize(over)).isEqualTo(size - 1);
  }

  /** Every size around those where a length prefix grows by a byte, and far beyond. */
  @Test
  void whateverTheSizeItFitsAndLittleRoomIsLeft() throws Exception {
    for (int limit : new int[] {4096, 8192 + 100, 16384 + 200, 70_000}) {
      DeadLetterSerializationSchema schema = schema(new RecordLimit(limit, LARGE));
      for (int size = limit - 300; size < limit + 50; size++) {
        ProducerRecord<byte[], byte[]> record =
            schema.serialize(rejected(utf8("key"), bytes(size)), null, null);
        assertThat(batchSize(record)).isLessThanOrEqualTo(limit);
        if (decode(record).getTruncated()) {
          assertThat(batchSize(record)).isGreaterThan(limit - 8);
        }
      }
    }
  }

  @Test
  void theProducersOwnLimitIsKeptToo() throws Exception {
    RecordLimit limit = new RecordLimit(LARGE, 10_000);
    ProducerRecord<byte[], byte[]> record = serialize(rejected(null, bytes(50_000)), limit);

    assertThat(limit.excess(record.key(), record.value())).isLessThanOrEqualTo(0);
    assertThat(decode(record).getTruncated()).isTrue();
    assertThat(decode(record).getValue().remaining()).isGreaterThan(9_000);
  }

  @Test
  void aKeyThatLeavesNoRoomIsCutWhenTheValueIsGone() throws Exception {
    byte[] key = bytes(30_000);
    ProducerRecord<byte[], byte[]> record =
        serialize(rejected(key, bytes(1_000)), new RecordLimit(10_000, LARGE));
    DeadLetter letter = decode(record);

    assertThat(batchSize(record)).isBetween(9_990, 10_000);
    assertThat(letter.getTruncated()).isTrue();
    assertThat(letter.getValue().remaining()).isZero();
    assertThat(letter.getValueSize()).isEqualTo(1_000);
    assertThat(letter.getKey())
        .isEqualTo(ByteBuffer.wrap(Arrays.copyOf(key, letter.getKey().remaining())));
    assertThat(letter.getKey().remaining()).isGreaterThan(9_000);
  }

  @Test
  void theWordiestEnvelopeFitsTheLeastLimit() throws Exception {
    SourceRecord origin =
        new SourceRecord(
            "t".repeat(249), Integer.MAX_VALUE, Long.MAX_VALUE, bytes(10_000), bytes(10_000));
    Rejected rejected =
        new Rejected(origin, Stage.VALIDATE, "水".repeat(9_000), "水\n".repeat(9_000));

    ProducerRecord<byte[], byte[]> record = serialize(rejected, new RecordLimit(4096, 4096));
    assertThat(batchSize(record)).isLessThanOrEqualTo(4096);
    assertThat(decode(record).getMessage()).hasSize(500).endsWith("…").doesNotContain("\n");
  }

  @Test
  void aLimitThatHasNoRoomForAnEnvelopeIsRefused() {
    assertThatThrownBy(() -> new RecordLimit(4095, LARGE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "dead letters: max.message.bytes of the topic is 4095 and max.request.size of the"
                + " producer is 1000000, expected at least 4096 of both");
  }

  @Test
  void theLimitFollowsTheProducersProperties() {
    assertThat(RecordLimit.of(6_000_000, pipeline("").kafka()))
        .isEqualTo(new RecordLimit(6_000_000, 1_048_576));
    assertThat(
            RecordLimit.of(
                6_000_000,
                Pipeline.parse(
                        "kafka: {bootstrap.servers: b, compression.type: snappy, max.request.size:"
                            + " 5000}",
                        "p.yaml")
                    .kafka()))
        .isEqualTo(new RecordLimit(4_999_936, 5000));
  }

  private static Rejected rejected(byte[] key, byte[] value) {
    return new Rejected(
        new SourceRecord("questions", 3, 42, key, value),
        Stage.DECODE,
        "java.io.IOException",
        "not a question");
  }

  private static ProducerRecord<byte[], byte[]> serialize(Rejected rejected, RecordLimit limit)
      throws Exception {
    return schema(limit).serialize(rejected, null, null);
  }

  private static DeadLetterSerializationSchema schema(RecordLimit limit) throws Exception {
    DeadLetterSerializationSchema schema =
        InstantiationUtil.clone(
            new DeadLetterSerializationSchema(
                "dead-letters", limit, Clock.fixed(NOW, ZoneOffset.UTC)));
    schema.open(null, null);
    return schema;
  }

  private static DeadLetter decode(ProducerRecord<byte[], byte[]> record) throws Exception {
    return AvroCodec.of(DeadLetter.class).decode(record.value());
  }

  /** As a producer lays the record out and a broker counts it. */
  private static int batchSize(ProducerRecord<byte[], byte[]> record) {
    return MemoryRecords.withRecords(
            Compression.NONE, new SimpleRecord(record.timestamp(), record.key(), record.value()))
        .sizeInBytes();
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
