package io.trunkline.bench;

/** What a ratio must reach, and what it should. */
public record Bar(double must, double aim) {}
