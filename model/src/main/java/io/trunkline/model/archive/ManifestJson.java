package io.trunkline.model.archive;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.trunkline.model.InvalidInputException;
import java.io.IOException;
import java.util.stream.Collectors;

/** The manifest as JSON: every field must be there, be known and have its very type. */
final class ManifestJson {
  /** The most bytes that a manifest may have. */
  static final int MAX_BYTES = 1 << 24;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(MAX_BYTES)
                          .maxNestingDepth(8)
                          .maxNumberLength(40)
                          .maxNameLength(1_000)
                          .maxStringLength(1_000)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
          .build();

  private ManifestJson() {}

  static byte[] write(Manifest manifest) throws IOException {
    return JSON.writeValueAsBytes(manifest);
  }

  /** Parses a manifest; its values are not checked yet. */
  static Manifest read(byte[] json) throws IOException {
    try {
      // First of all: a file of another format has other fields.
      JsonNode tree = JSON.readTree(json);
      JsonNode format = tree.path("format");
      if (format.isInt() && format.intValue() != Manifest.FORMAT) {
        throw new InvalidInputException(
            "format is %d, this version reads %d".formatted(format.intValue(), Manifest.FORMAT));
      }
      Manifest manifest = JSON.treeToValue(tree, Manifest.class);
      if (manifest == null) {
        throw new InvalidInputException("it is null, expected an object");
      }
      return manifest;
    } catch (JsonMappingException e) {
      if (e.getCause() instanceof InvalidInputException invalid) {
        throw invalid;
      }
      throw new InvalidInputException(path(e) + firstLine(e), e);
    } catch (JsonProcessingException e) {
      throw new InvalidInputException("it is not JSON: " + firstLine(e), e);
    }
  }

  private static String path(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(at -> at.getFieldName() == null ? "[" + at.getIndex() + "]" : at.getFieldName())
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "" : path + ": ";
  }

  private static String firstLine(JsonProcessingException e) {
    // Jackson's advice on its own settings, behind a semicolon, would help nobody.
    return e.getOriginalMessage().lines().findFirst().orElse("malformed").replaceFirst("; `.*", "");
  }
}
