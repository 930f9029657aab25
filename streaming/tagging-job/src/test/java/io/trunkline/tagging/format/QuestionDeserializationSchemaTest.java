package io.trunkline.tagging.format;

import static io.trunkline.tagging.format.Records.TIMESTAMP;
import static io.trunkline.tagging.format.Records.consumed;
import static io.trunkline.tagging.format.Records.pipeline;
import static io.trunkline.tagging.format.Records.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.schemas.avro.TextEvent;
import io.trunkline.schemas.wire.AvroCodec;
import io.trunkline.schemas.wire.MalformedRecordException;
import io.trunkline.tagging.records.Intake;
import io.trunkline.tagging.records.Question;
import io.trunkline.tagging.records.Rejected;
import io.trunkline.tagging.records.Rejected.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuestionDeserializationSchemaTest {
  private static final String AVRO = "questions: {format: avro, maxTextBytes: 20}";
  private static final String JSON = "questions: {format: json, maxTextBytes: 20}";
  private static final String TEXT = "questions: {format: text, maxTextBytes: 20}";

  private final AvroCodec<TextEvent> codec = AvroCodec.of(TextEvent.class);
  private final Map<String, QuestionDeserializationSchema> schemas = new HashMap<>();

  @Test
  void avroTellsIdTextAndEventTime() {
    Question question =
        question(AVRO, codec.encode(event("q1", "Why is 水 wet?", "2020-02-03T04:05:06.007Z")));

    assertThat(question.id()).isEqualTo("q1");
    assertThat(question.text().content()).isEqualTo("Why is 水 wet?");
    assertThat(question.eventTime())
        .isEqualTo(Instant.parse("2020-02-03T04:05:06.007Z").toEpochMilli());
  }

  @Test
  void avroOfANewerWriterIsReadGivenItsSchema(@TempDir Path directory) throws IOException {
    String own = TextEvent.getClassSchema().toString();
    String newer =
        own.substring(0, own.lastIndexOf(']'))
            + ",{'name':'channel','type':'string','default':''}]}".replace('\'', '"');
    Schema schema = new Schema.Parser().parse(newer);
    GenericRecord event =
        new GenericRecordBuilder(schema)
            .set("id", "q1")
            .set("text", "Why?")
            .set("eventTime", 7L)
            .set("channel", "mobile")
            .build();
    byte[] value =
        new BinaryMessageEncoder<GenericRecord>(GenericData.get(), schema).encode(event).array();
    Path file = Files.writeString(directory.resolve("newer.avsc"), newer);
    String given = "questions: {schemas: ['" + file + "'], maxTextBytes: 20}";

    assertThat(question(given, value).text().content()).isEqualTo("Why?");
    assertThat(read(AVRO, consumed(null, value)).rejected().message())
        .contains("a newer writer's schema must be given to this reader");
  }

  @Test
  void aQuestionCarriesTheRecordItCameFrom() {
    byte[] key = utf8("k");
    byte[] value = codec.encode(event("q1", "Why?", "2020-02-03T04:05:06Z"));
    Question question = read(AVRO, consumed(key, value)).question();

    assertThat(question.origin().topic()).isEqualTo("questions");
    assertThat(question.origin().partition()).isEqualTo(3);
    assertThat(question.origin().offset()).isEqualTo(42);
    assertThat(question.origin().key()).isEqualTo(key);
    assertThat(question.origin().value()).isEqualTo(value);
  }

  @Test
  void aTextIsTheWholeValueAndItsIdTellsWhereItWasRead() {
    Question question = question(TEXT, utf8("Why is 水 wet?"));

    assertThat(question.text().content()).isEqualTo("Why is 水 wet?");
    assertThat(question.id()).isEqualTo("questions-3-42");
    assertThat(question.eventTime()).isEqualTo(TIMESTAMP);
  }

  @ParameterizedTest(name = "{index}: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"id": "a", "text": "Why?", "eventTime": 1000}                        | a              | 1000
          {"id": 4711, "text": "Why?", "eventTime": "1970-01-01T00:00:01Z"}     | 4711           | 1000
          {"text": "Why?", "eventTime": "1970-01-01T01:00:01+01:00"}            | questions-3-42 | 1000
          {"id": null, "text": "Why?", "eventTime": null, "more": [1, {"a":2}]} | questions-3-42 | 1767225600000
          {"text": "Why?"}                                                      | questions-3-42 | 1767225600000
          """)
  void jsonIsReadByTheDefaultMapping(String json, String id, long eventTime) {
    Question question = question(JSON, utf8(json));

    assertThat(question.text().content()).isEqualTo("Why?");
    assertThat(question.id()).isEqualTo(id);
    assertThat(question.eventTime()).isEqualTo(eventTime);
  }

  @Test
  void attributesAreReadFromAvroAndJson() {
    TextEvent event =
        new TextEvent("q1", "Why?", Instant.EPOCH, "", null, Map.of("grade", "7", "course", ""));

    assertThat(question(AVRO, codec.encode(event)).text().attributes())
        .isEqualTo(Map.of("grade", "7", "course", ""));
    assertThat(
            question(JSON, utf8("{\"text\": \"Why?\", \"attributes\": {\"grade\": \"7\"}}"))
                .text()
                .attributes())
        .isEqualTo(Map.of("grade", "7"));
    assertThat(
            question(JSON, utf8("{\"text\": \"Why?\", \"attributes\": null}")).text().attributes())
        .isEmpty();
  }

  @Test
  void anEventsSourceAndLanguageAreAttributesUnlessThereAreSuch() {
    TextEvent plain = new TextEvent("q1", "Why?", Instant.EPOCH, "forum", "en", Map.of());
    TextEvent own =
        new TextEvent(
            "q1", "Why?", Instant.EPOCH, "forum", "en", Map.of("source", "mail", "grade", "7"));

    assertThat(question(AVRO, codec.encode(plain)).text().attributes())
        .isEqualTo(Map.of("source", "forum", "language", "en"));
    assertThat(question(AVRO, codec.encode(own)).text().attributes())
        .isEqualTo(Map.of("source", "mail", "grade", "7", "language", "en"));
  }

  @Test
  void thereAreAtMost64AttributesOfAtMost1024BytesEach() {
    String longest = "x".repeat(1024);
    Map<String, String> most = new HashMap<>(Map.of(longest, longest));
    IntStream.range(1, 64).forEach(i -> most.put("a" + i, ""));
    Map<String, String> tooMany = new HashMap<>(most);
    tooMany.put("a64", "");

    assertThat(question(AVRO, codec.encode(withAttributes(most))).text().attributes())
        .isEqualTo(most);
    assertThat(rejected(AVRO, codec.encode(withAttributes(tooMany))).message())
        .isEqualTo("there are 65 attributes, expected at most 64");
    assertThat(rejected(AVRO, codec.encode(withAttributes(Map.of("a", longest + "x")))).message())
        .isEqualTo("the value of attribute a has 1025 bytes, expected at most 1024");
    assertThat(rejected(AVRO, codec.encode(withAttributes(Map.of(longest + "x", "a")))).message())
        .isEqualTo("the name of an attribute has 1025 bytes, expected at most 1024");
  }

  private static TextEvent withAttributes(Map<String, String> attributes) {
    return new TextEvent("q1", "Why?", Instant.EPOCH, "", null, attributes);
  }

  @Test
  void jsonIsReadWhereTheMappingPoints() {
    Question question =
        question(
            "questions: {format: json, mapping: {text: /b/0/c, id: /a~1b, eventTime: none}}",
            utf8("{\"a/b\": \"x\", \"b\": [{\"c\": \"Why?\"}], \"eventTime\": \"nonsense\"}"));

    assertThat(question.id()).isEqualTo("x");
    assertThat(question.text().content()).isEqualTo("Why?");
    assertThat(question.eventTime()).isEqualTo(TIMESTAMP);
  }

  @ParameterizedTest(name = "{index}: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"id": "a"}                                  | VALIDATE | nothing at /text, expected the text to tag
          {"text": null}                               | VALIDATE | nothing at /text, expected the text to tag
          {"text": 7}                                  | VALIDATE | found 7 at /text, expected a string
          {"text": ["Why?"]}                           | VALIDATE | found an array at /text, expected a string
          {"text": " \\t\\n"}                          | VALIDATE | the text is blank, expected something in it
          {"text": "123456789012345678901"}            | VALIDATE | the text has 21 bytes, expected at most 20
          {"text": "\\uD83D\\uDE00\\uD83D\\uDE00\\uD83D\\uDE00\\uD83D\\uDE00\\uD83D\\uDE00\\uD83D\\uDE00"} | VALIDATE | the text has 24 bytes, expected at most 20
          {"text": "\\ud83d"}                          | VALIDATE | the text has an unpaired surrogate, expected Unicode text
          {"text": "Why?", "id": ""}                   | VALIDATE | the id is blank, expected something in it
          {"text": "Why?", "id": "\\udc00"}            | VALIDATE | the id has an unpaired surrogate, expected Unicode text
          {"text": "Why?", "id": 1.5}                  | VALIDATE | found 1.5 at /id, expected a string or a whole number
          {"text": "Why?", "id": true}                 | VALIDATE | found true at /id, expected a string or a whole number
          {"text": "Why?", "id": {}}                   | VALIDATE | found an object at /id, expected a string or a whole number
          {"text": "Why?", "eventTime": -1}            | VALIDATE | the event time is -1, expected milliseconds since 1970 that end before the year 10000
          {"text": "Why?", "eventTime": 253402300800000} | VALIDATE | the event time is 253402300800000, expected milliseconds since 1970 that end before the year 10000
          {"text": "Why?", "eventTime": "+10000-01-01T00:00:00Z"} | VALIDATE | the event time is 253402300800000, expected milliseconds since 1970 that end before the year 10000
          {"text": "Why?", "eventTime": 99999999999999999999} | VALIDATE | found 99999999999999999999 at /eventTime, expected milliseconds since 1970, or ISO-8601 such as 2026-01-31T09:30:00Z
          {"text": "Why?", "eventTime": "yesterday"}   | VALIDATE | found "yesterday" at /eventTime, expected milliseconds since 1970, or ISO-8601 such as 2026-01-31T09:30:00Z
          {"text": "Why?", "eventTime": "2026-01-01T00:00:00"} | VALIDATE | found "2026-01-01T00:00:00" at /eventTime, expected milliseconds since 1970, or ISO-8601 such as 2026-01-31T09:30:00Z
          {"text": "Why?", "attributes": "grade 7"}    | VALIDATE | found "grade 7" at /attributes, expected an object of strings
          {"text": "Why?", "attributes": {"grade": 7}} | VALIDATE | attribute grade is 7, expected a string
          {"text": "Why?", "attributes": {"a": null}}  | VALIDATE | attribute a is null, expected a string
          {"text": "Why?", "attributes": {"a\\nb": []}} | VALIDATE | attribute a b is an array, expected a string
          {"text": "Why?", "attributes": {" ": "x"}}   | VALIDATE | the name of an attribute is blank, expected something in it
          {"text": "Why?", "attributes": {"a": "\\ud83d"}} | VALIDATE | the value of attribute a has an unpaired surrogate, expected Unicode text
          []                                           | VALIDATE | found an array, expected a JSON object
          "Why?"                                       | VALIDATE | found "Why?", expected a JSON object
          ``                                           | VALIDATE | found nothing, expected a JSON object
          {"text": "Why?", "text": "How?"}             | DECODE   | not JSON at line 1, column 24: Duplicate field 'text'
          {"text": "Why?"} {}                          | DECODE   | not JSON at line 1, column 18: Trailing token
          {"text": "Why?"                              | DECODE   | not JSON at line 1, column 16: Unexpected end-of-input
          {text: "Why?"}                               | DECODE   | not JSON at line 1, column 2: Unexpected character
          """)
  void aBadJsonRecordIsRejectedWithOneLine(String json, Stage stage, String message) {
    Rejected rejected = rejected(JSON, utf8(json));

    assertThat(rejected.stage()).isEqualTo(stage);
    assertThat(rejected.message()).startsWith(message);
    assertThat(rejected.message().lines()).hasSize(1);
    if (stage == Stage.VALIDATE) {
      assertThat(rejected.message()).isEqualTo(message);
      assertThat(rejected.errorClass()).isEqualTo(InvalidQuestionException.class.getName());
    } else {
      assertThat(rejected.errorClass()).isEqualTo(MalformedJsonException.class.getName());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {AVRO, JSON, TEXT})
  void aTombstoneIsRejected(String format) {
    Rejected rejected = read(format, consumed(utf8("k"), null)).rejected();

    assertThat(rejected.stage()).isEqualTo(Stage.VALIDATE);
    assertThat(rejected.message()).isEqualTo("the record has no value, expected a question");
    assertThat(rejected.origin().value()).isNull();
    assertThat(rejected.origin().key()).isEqualTo(utf8("k"));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t\r\n", "\u00A0", "\u3000", "\u200B\uFEFF", "\u0000\u0007"})
  void aTextOfWhichNothingIsVisibleIsBlank(String text) {
    assertThat(rejected(TEXT, utf8(text)).message())
        .isEqualTo("the text is blank, expected something in it");
  }

  @Test
  void anEmptyValueIsRejectedInEveryFormat() {
    assertThat(rejected(TEXT, new byte[0]).message())
        .isEqualTo("the text is blank, expected something in it");
    assertThat(rejected(JSON, new byte[0]).message())
        .isEqualTo("found nothing, expected a JSON object");
    assertThat(rejected(AVRO, new byte[0]).errorClass())
        .isEqualTo(MalformedRecordException.class.getName());
  }

  @ParameterizedTest
  @ValueSource(strings = {JSON, TEXT})
  void malformedUtf8IsRejectedNotReplaced(String format) {
    byte[] overlong = {'{', '}', (byte) 0xC0, (byte) 0x80};
    byte[] surrogate = {'{', '}', (byte) 0xED, (byte) 0xA0, (byte) 0x80};
    byte[] cut = {'{', '}', (byte) 0xE6, (byte) 0xB0};
    byte[] latin1 = {'{', '}', (byte) 0xE4, ' '};

    for (byte[] bytes : new byte[][] {overlong, surrogate, cut, latin1}) {
      Rejected rejected = rejected(format, bytes);
      assertThat(rejected.stage()).isEqualTo(Stage.DECODE);
      assertThat(rejected.errorClass()).isEqualTo(MalformedTextException.class.getName());
      assertThat(rejected.message())
          .isEqualTo("not UTF-8: the byte at position 2 belongs to no character");
    }
  }

  @Test
  void jsonInAnotherEncodingIsRejected() {
    byte[] utf16 = "{\"text\": \"Why?\"}".getBytes(StandardCharsets.UTF_16LE);

    assertThat(rejected(JSON, utf16).stage()).isEqualTo(Stage.DECODE);
  }

  @Test
  void deepNestingIsRejected() {
    Rejected rejected = rejected(JSON, utf8("{\"text\": " + "[".repeat(500_000)));

    assertThat(rejected.stage()).isEqualTo(Stage.DECODE);
    assertThat(rejected.message()).contains("nesting depth");
  }

  @Test
  void aTextIsMeasuredInBytesOfUtf8() {
    assertThat(question(TEXT, utf8("水水水水水水ab")).text().content()).isEqualTo("水水水水水水ab");
    assertThat(rejected(TEXT, utf8("水水水水水水abc")).message())
        .isEqualTo("the text has 21 bytes, expected at most 20");
  }

  @Test
  void anIdHasAtMost1024Bytes() {
    String longest = "x".repeat(1024);

    assertThat(question(AVRO, codec.encode(event(longest, "Why?", "2026-01-01T00:00:00Z"))).id())
        .isEqualTo(longest);
    assertThat(
            rejected(AVRO, codec.encode(event(longest + "x", "Why?", "2026-01-01T00:00:00Z")))
                .message())
        .isEqualTo("the id has 1025 bytes, expected at most 1024");
  }

  @Test
  void avroRecordsObeyTheSameRules() {
    assertThat(rejected(AVRO, codec.encode(event("", "Why?", "2026-01-01T00:00:00Z"))).message())
        .isEqualTo("the id is blank, expected something in it");
    assertThat(rejected(AVRO, codec.encode(event("a", " ", "2026-01-01T00:00:00Z"))).message())
        .isEqualTo("the text is blank, expected something in it");
    assertThat(rejected(AVRO, codec.encode(event("a", "Why?", "1969-12-31T23:59:59Z"))).message())
        .startsWith("the event time is -1000, expected");
  }

  @Test
  void noBytesMakeItThrow() {
    Random random = new Random(7);
    byte[] avro = codec.encode(event("q1", "Why is 水 wet?", "2026-01-01T00:00:00Z"));
    byte[] json = utf8("{\"id\": \"q1\", \"text\": \"Why?\", \"eventTime\": 1}");
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = (i % 2 == 0 ? avro : json).clone();
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      for (String format : new String[] {AVRO, JSON, TEXT}) {
        Intake intake = read(format, consumed(null, bytes));
        assertThat(intake.question() == null).isNotEqualTo(intake.rejected() == null);
      }
    }
  }

  private static TextEvent event(String id, String text, String time) {
    return new TextEvent(id, text, Instant.parse(time), "", null, Map.of());
  }

  private Intake read(String sections, ConsumerRecord<byte[], byte[]> record) {
    List<Intake> intakes = new ArrayList<>();
    schemas
        .computeIfAbsent(sections, QuestionDeserializationSchemaTest::shipped)
        .deserialize(record, new ListCollector<>(intakes));
    assertThat(intakes).hasSize(1);
    return intakes.get(0);
  }

  /** As Flink does it: made in one process, opened in another. */
  private static QuestionDeserializationSchema shipped(String sections) {
    try {
      QuestionDeserializationSchema schema =
          InstantiationUtil.clone(
              new QuestionDeserializationSchema(pipeline(sections).questions()));
      schema.open(null);
      return schema;
    } catch (IOException | ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private Question question(String sections, byte[] value) {
    Intake intake = read(sections, consumed(null, value));
    assertThat(intake.rejected()).isNull();
    return intake.question();
  }

  private Rejected rejected(String sections, byte[] value) {
    Intake intake = read(sections, consumed(null, value));
    assertThat(intake.question()).isNull();
    return intake.rejected();
  }
}
