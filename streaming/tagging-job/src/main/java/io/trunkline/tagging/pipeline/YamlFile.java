package io.trunkline.tagging.pipeline;

import io.trunkline.model.InvalidInputException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A YAML file as nodes that know their place. Nothing is built from tags, and size, depth and
 * aliases are bounded, so that a hostile file costs little.
 */
final class YamlFile {
  private static final int MAX_SIZE = 256 * 1024;

  private YamlFile() {}

  static String read(Path file) {
    try {
      if (Files.size(file) > MAX_SIZE) {
        throw new InvalidInputException(
            file + ": larger than " + MAX_SIZE + " bytes, expected a pipeline description");
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(file + ": no such file", e);
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(file + ": not UTF-8, expected a text file", e);
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  static Section parse(String yaml, String file) {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(MAX_SIZE);
    limits.setNestingDepthLimit(20);
    limits.setMaxAliasesForCollections(20);
    try {
      Node root = new Yaml(limits).compose(new StringReader(yaml));
      if (root == null) {
        throw new InvalidInputException(
            file + ": empty, expected at least kafka.bootstrap.servers");
      }
      return new Section(file, "", root.getStartMark(), root);
    } catch (MarkedYAMLException e) {
      throw Places.invalid(file, e.getProblemMark(), "", "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new InvalidInputException(file + ": not YAML: " + oneLine(e), e);
    }
  }

  private static String oneLine(YAMLException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
  }
}
