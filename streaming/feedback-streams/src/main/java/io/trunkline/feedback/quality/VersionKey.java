package io.trunkline.feedback.quality;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trunkline.schemas.avro.Judgement;
import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;

/**
 * Names the judgements that are counted together.
 *
 * @param task the task's name, without NUL
 * @param generation the version that made the labels
 * @param modelDigest its digest: that of a model never announced may change within generation -1
 * @param solicited which feedback
 */
record VersionKey(String task, long generation, String modelDigest, boolean solicited) {
  private static final byte NUL = 0;

  static VersionKey of(Judgement judgement, boolean solicited) {
    return new VersionKey(
        judgement.getTask(), judgement.getGeneration(), judgement.getModelDigest(), solicited);
  }

  /** What the keys of a task start with. */
  static byte[] prefix(String task) {
    byte[] name = task.getBytes(UTF_8);
    return ByteBuffer.allocate(name.length + 1).put(name).put(NUL).array();
  }

  /** Where it is stored; in the order of these bytes, a task's versions come oldest first. */
  Bytes toBytes() {
    byte[] prefix = prefix(task);
    byte[] digest = modelDigest.getBytes(UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(prefix.length + Long.BYTES + digest.length + 2);
    // Bytes compare unsigned, and generations begin at -1.
    bytes.put(prefix).putLong(generation ^ Long.MIN_VALUE);
    bytes.put(digest).put(NUL).put((byte) (solicited ? 1 : 0));
    return Bytes.wrap(bytes.array());
  }
}
