package io.trunkline.cli.demo;

import io.trunkline.model.Example;

/**
 * A question on its way.
 *
 * @param id the event's id, used once
 * @param example its text, and the right labels where they are known
 * @param at when it was made, by {@link System#nanoTime}
 */
record Asked(String id, Example example, long at) {}
