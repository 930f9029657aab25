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

  /** What a table's numbers take, in memory and in a file. */
  public long bytes(long rows, int width) {
    return switch (this) {
      case FLOAT32 -> rows * width * Float.BYTES;
      case INT8 -> rows * (Float.BYTES + width);
    };
  }

  /** Its name in files and on the command line. */
  public String title() {
    return title;
  }
}
