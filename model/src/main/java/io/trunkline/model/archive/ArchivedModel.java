package io.trunkline.model.archive;

import io.trunkline.model.Model;

/**
 * A model as it was read from its file.
 *
 * @param digest SHA-256 of the file, its name: 64 hexadecimal digits in lower case
 * @param model the model
 */
public record ArchivedModel(String digest, Model model) {}
