package io.trunkline.tagging.format;

import static io.trunkline.tagging.format.Records.consumed;
import static io.trunkline.tagging.format.Records.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.ModelVersion;
import io.trunkline.schemas.avro.ModelAnnouncement;
import io.trunkline.schemas.avro.ModelState;
import io.trunkline.schemas.avro.ModelStatus;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.tagging.models.Announcement;
import io.trunkline.tagging.models.ModelReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes in by the models topic and out by the status topic. */
final class ModelSchemasTest {
  private static final String DIGEST = "0123456789abcdef".repeat(4);

  @Test
  void anAnnouncementHasItsOffsetAsItsGeneration() throws Exception {
    byte[] bytes = announcement(DIGEST);

    assertThat(read(bytes))
        .singleElement()
        .satisfies(
            announcement -> {
              assertThat(announcement.generation()).isEqualTo(42);
              assertThat(announcement.record()).isEqualTo(bytes);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../../etc/passwd", "0123456789ABCDEF", "s3://elsewhere/model"})
  void anAnnouncementThatNamesNoDigestIsPassedOver(String digest) throws Exception {
    assertThat(read(announcement(digest))).isEmpty();
  }

  @Test
  void whatIsNoAnnouncementIsPassedOver() throws Exception {
    assertThat(read(null)).isEmpty();
    assertThat(read(new byte[0])).isEmpty();
    assertThat(read(utf8("not an announcement"))).isEmpty();
  }

  @Test
  void aReportLeavesAsAModelStatus() throws Exception {
    ModelStatusSerializationSchema schema =
        InstantiationUtil.clone(new ModelStatusSerializationSchema("model-status"));
    schema.open(null, null);

    ProducerRecord<byte[], byte[]> record =
        schema.serialize(
            new ModelReport(
                new ModelVersion(DIGEST, 7),
                2,
                ModelReport.State.FAILED,
                3,
                "no such archive\nat all",
                250,
                1_767_225_600_123L),
            null,
            null);

    assertThat(record.topic()).isEqualTo("model-status");
    assertThat(record.key()).isEqualTo(utf8(DIGEST));
    assertThat(record.timestamp()).isEqualTo(1_767_225_600_123L);
    assertThat(AvroCodec.of(ModelStatus.class).decode(record.value()))
        .isEqualTo(
            new ModelStatus(
                DIGEST,
                7L,
                2,
                ModelState.FAILED,
                3,
                "no such archive at all",
                250L,
                Instant.parse("2026-01-01T00:00:00.123Z")));
  }

  private static byte[] announcement(String digest) {
    return AvroCodec.of(ModelAnnouncement.class)
        .encode(new ModelAnnouncement(digest, Instant.EPOCH, "somebody", "why"));
  }

  private static List<Announcement> read(byte[] value) throws Exception {
    ModelAnnouncementDeserializationSchema schema =
        InstantiationUtil.clone(new ModelAnnouncementDeserializationSchema());
    schema.open(null);
    List<Announcement> announcements = new ArrayList<>();
    schema.deserialize(consumed(utf8("key"), value), new ListCollector<>(announcements));
    return announcements;
  }
}
