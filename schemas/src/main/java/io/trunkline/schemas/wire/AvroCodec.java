package io.trunkline.schemas.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of one type to bytes and reads them back: the one codec of every reader and
 * writer.
 *
 * <p>The bytes are Avro's <a
 * href="https://avro.apache.org/docs/1.12.0/specification/#single-object-encoding">single-object
 * encoding</a>: {@code C3 01}, the 64-bit Rabin fingerprint of the writer's schema in little-endian
 * order, and the record in binary encoding. The fingerprint names the writer's schema but does not
 * carry it, so a reader must have that schema. It always has its own and every one {@linkplain
 * AcceptedSchemas accepted} before it. A schema newer than the reader is handed in, see {@link
 * #of(Class, Collection)}; then the fields that the reader has not heard of are skipped.
 *
 * <p>Confined to one thread: it keeps its buffers between calls.
 */
public final class AvroCodec<T extends SpecificRecord> {
  private static final byte[] MARKER = {(byte) 0xC3, 0x01};
  private static final int HEADER_SIZE = MARKER.length + Long.BYTES;
  private static final String RECORDS = "io.trunkline.schemas.avro";

  static {
    // Avro makes no object of a class that it was not told to trust. Everyone comes through here.
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            type -> type.getPackageName().equals(RECORDS), ClassSecurityValidator.getGlobal()));
  }

  private final String name;
  private final byte[] header;
  private final SpecificDatumWriter<T> writer;
  private final Map<Long, SpecificDatumReader<T>> readers = new HashMap<>();
  private final ByteArrayOutputStream output = new ByteArrayOutputStream(256);
  private @Nullable BinaryEncoder encoder;
  private @Nullable BinaryDecoder decoder;

  private AvroCodec(Class<T> type, Collection<Schema> writers) {
    SpecificData model = SpecificData.getForClass(type);
    Schema own = model.getSchema(type);
    this.name = own.getName();
    this.header = header(own);
    this.writer = new SpecificDatumWriter<>(own, model);
    addReader(own, own, model);
    AcceptedSchemas.of(own.getName()).forEach(accepted -> addReader(accepted, own, model));
    writers.forEach(given -> addReader(given, own, model));
  }

  /** A codec that reads what was written with this version's schema or an earlier one. */
  public static <T extends SpecificRecord> AvroCodec<T> of(Class<T> type) {
    return of(type, List.of());
  }

  /**
   * A codec that also reads what was written with these schemas: those of newer writers.
   *
   * @throws IllegalArgumentException if the record type cannot be read from one of them
   */
  public static <T extends SpecificRecord> AvroCodec<T> of(
      Class<T> type, Collection<Schema> writers) {
    return new AvroCodec<>(type, writers);
  }

  /** The record's bytes, in an array of its own. */
  public byte[] encode(T record) {
    // Gathers what it is given, since a record is many writes of a byte or two; and so it comes
    // before the output is emptied, for it may still hold some of a record that could not be
    // written.
    encoder = EncoderFactory.get().binaryEncoder(output, encoder);
    output.reset();
    output.writeBytes(header);
    try {
      writer.write(record, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return output.toByteArray();
  }

  /**
   * The record that these bytes hold. Memory used is bounded by their number.
   *
   * @throws MalformedRecordException if they are not one whole record of this type, or were written
   *     with a schema that is not known here
   */
  public T decode(byte[] bytes) throws MalformedRecordException {
    SpecificDatumReader<T> reader = readerFor(bytes);
    decoder =
        DecoderFactory.get().binaryDecoder(bytes, HEADER_SIZE, bytes.length - HEADER_SIZE, decoder);
    T record = read(reader, decoder, bytes.length);
    int left = decoder.remainingBytes();
    if (left > 0) {
      throw new MalformedRecordException(left + " bytes follow the " + name + ", expected none");
    }
    return record;
  }

  private T read(SpecificDatumReader<T> reader, BinaryDecoder from, int size)
      throws MalformedRecordException {
    try {
      return reader.read(null, from);
    } catch (EOFException e) {
      throw new MalformedRecordException("a " + name + " ends early, after " + size + " bytes", e);
    } catch (IOException | RuntimeException e) {
      // Random bytes make Avro throw much: a bad union index, a negative length, a limit passed.
      throw new MalformedRecordException("not a valid " + name + ": " + e.getMessage(), e);
    }
  }

  private SpecificDatumReader<T> readerFor(byte[] bytes) throws MalformedRecordException {
    if (bytes.length < HEADER_SIZE || bytes[0] != MARKER[0] || bytes[1] != MARKER[1]) {
      String start = HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(2, bytes.length));
      throw new MalformedRecordException(
          "not Avro single-object encoding: %d bytes that start with '%s', expected at least %d that start with 'c3 01'"
              .formatted(bytes.length, start, HEADER_SIZE));
    }
    long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(MARKER.length);
    SpecificDatumReader<T> reader = readers.get(fingerprint);
    if (reader == null) {
      throw new MalformedRecordException(
          "written with schema %016x, which is no known version of %s; a newer writer's schema must be given to this reader"
              .formatted(fingerprint, name));
    }
    return reader;
  }

  private void addReader(Schema written, Schema own, SpecificData model) {
    var compatibility = SchemaCompatibility.checkReaderWriterCompatibility(own, written);
    if (compatibility.getType() != SchemaCompatibilityType.COMPATIBLE) {
      throw new IllegalArgumentException(
          "schema %s cannot be read as %s: %s"
              .formatted(
                  written.getFullName(),
                  own.getFullName(),
                  compatibility.getResult().getIncompatibilities()));
    }
    readers.put(
        SchemaNormalization.parsingFingerprint64(written),
        new SpecificDatumReader<>(written, own, model));
  }

  private static byte[] header(Schema schema) {
    return ByteBuffer.allocate(HEADER_SIZE)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MARKER)
        .putLong(SchemaNormalization.parsingFingerprint64(schema))
        .array();
  }
}
