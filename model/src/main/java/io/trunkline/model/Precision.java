package io.trunkline.model;

/** What the numbers of a model's tables are kept as. */
public enum Precision {
  /** 32-bit floats. */
  FLOAT32("float32"),
  /** 8-bit integers, with a scale a row: see {@link ByteTable}. */
  INT8("int8");

  private final String title;

  Precision(String title) {
    this.title = title;
  }

  /** Its name in files and on the command line. */
  public String title() {
    return title;
  }
}
