package io.trunkline.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.avro.TextEvent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroCodecTest {
  private static final TextEvent EVENT = Records.textEvent();

  private final AvroCodec<TextEvent> codec = AvroCodec.of(TextEvent.class);

  @ParameterizedTest
  @MethodSource("io.trunkline.schemas.wire.Records#all")
  void everyRecordComesBackAsItWas(SpecificRecord record) throws Exception {
    assertThat(roundTrip(record)).isEqualTo(record);
  }

  @Test
  void bytesAreAvrosOwnSingleObjectEncoding() throws Exception {
    byte[] bytes = codec.encode(EVENT);
    SpecificData model = SpecificData.getForClass(TextEvent.class);

    assertThat(new BinaryMessageDecoder<TextEvent>(model, TextEvent.getClassSchema()).decode(bytes))
        .isEqualTo(EVENT);
    ByteBuffer avros =
        new BinaryMessageEncoder<TextEvent>(model, TextEvent.getClassSchema()).encode(EVENT);
    assertThat(ByteBuffer.wrap(bytes)).isEqualTo(avros);
  }

  @Test
  void headerIsTheMarkerAndTheSchemasFingerprintInLittleEndian() {
    ByteBuffer bytes = ByteBuffer.wrap(codec.encode(EVENT)).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(bytes.getShort()).isEqualTo((short) 0x01C3);
    assertThat(bytes.getLong())
        .isEqualTo(SchemaNormalization.parsingFingerprint64(TextEvent.getClassSchema()));
  }

  @Test
  void oneCodecServesManyRecordsInARow() throws Exception {
    TextEvent other = TextEvent.newBuilder(EVENT).setId("q2").setText("A longer text").build();
    byte[] first = codec.encode(EVENT);
    byte[] second = codec.encode(other);

    assertThat(codec.decode(second)).isEqualTo(other);
    assertThat(codec.decode(first)).isEqualTo(EVENT);
  }

  @Test
  void decodesAfterARefusalAsBefore() throws Exception {
    byte[] bytes = codec.encode(EVENT);
    assertThatThrownBy(() -> codec.decode(Arrays.copyOf(bytes, 14))).isNotNull();

    assertThat(codec.decode(bytes)).isEqualTo(EVENT);
  }

  @Test
  void encodesAfterAFailureAsBefore() {
    TextEvent unfinished = TextEvent.newBuilder(EVENT).build();
    unfinished.put("attributes", null);
    byte[] before = codec.encode(EVENT);
    assertThatThrownBy(() -> codec.encode(unfinished)).isNotNull();

    assertThat(codec.encode(EVENT)).isEqualTo(before);
  }

  @Test
  void refusesWhatIsNotSingleObjectEncoding() {
    assertRefused("{\"id\":\"q1\"}".getBytes(), "not Avro single-object encoding", "'7b 22'");
    assertRefused(new byte[0], "not Avro single-object encoding", "0 bytes");
    assertRefused(Arrays.copyOf(codec.encode(EVENT), 9), "expected at least 10", "9 bytes");
  }

  @Test
  void refusesARecordOfAnotherType() {
    byte[] bytes =
        AvroCodec.of(ModelAnnouncement.class)
            .encode(new ModelAnnouncement("ab", EVENT.getEventTime(), "", ""));
    long fingerprint = SchemaNormalization.parsingFingerprint64(ModelAnnouncement.SCHEMA$);

    assertRefused(bytes, "no known version of TextEvent", "%016x".formatted(fingerprint));
  }

  @Test
  void refusesEveryTruncation() {
    byte[] bytes = codec.encode(EVENT);

    for (int size = 10; size < bytes.length; size++) {
      assertRefused(Arrays.copyOf(bytes, size), "TextEvent");
    }
    assertRefused(Arrays.copyOf(bytes, bytes.length - 1), "a TextEvent ends early");
  }

  @Test
  void refusesTrailingBytes() {
    byte[] bytes = codec.encode(EVENT);

    assertRefused(Arrays.copyOf(bytes, bytes.length + 2), "2 bytes follow the TextEvent");
  }

  @Test
  void aHugeDeclaredLengthIsRefusedWithoutTakingItsMemory() {
    byte[] header = Arrays.copyOf(codec.encode(EVENT), 10);
    byte[] twoGibibytes = {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F};
    byte[] emptyFields = {0, 0, 0, 0, 0}; // id, text, eventTime, source, language's branch

    assertRefused(concat(header, twoGibibytes), "TextEvent");
    assertRefused(concat(header, emptyFields, twoGibibytes), "TextEvent");
  }

  @Test
  void anyBytesAreEitherARecordOrRefused() {
    byte[] bytes = codec.encode(EVENT);
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      byte[] altered = bytes.clone();
      random.nextBytes(altered);
      System.arraycopy(bytes, 0, altered, 0, 10 + random.nextInt(bytes.length - 10));
      try {
        assertThat(codec.encode(codec.decode(altered))).isNotEmpty();
      } catch (MalformedRecordException refused) {
        assertThat(refused).hasMessageContaining("TextEvent");
      }
    }
  }

  private void assertRefused(byte[] bytes, String... messageParts) {
    assertThatThrownBy(() -> codec.decode(bytes))
        .isInstanceOf(MalformedRecordException.class)
        .message()
        .contains(messageParts)
        .doesNotContain("\n");
  }

  @SuppressWarnings("unchecked")
  private static <T extends SpecificRecord> T roundTrip(T record) throws Exception {
    AvroCodec<T> codec = AvroCodec.of((Class<T>) record.getClass());
    return codec.decode(codec.encode(record));
  }

  private static byte[] concat(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    Arrays.stream(parts).forEach(all::put);
    return all.array();
  }
}
