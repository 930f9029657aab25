package io.trunkline.feedback.intake;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * A record's time is when the broker took it in, or {@link #UNKNOWN} where its topic keeps the
 * times that producers give: events may be as old as they like.
 */
public final class BrokerTime implements TimestampExtractor {
  /** Before all others, so that it moves no clock on. */
  public static final long UNKNOWN = 0;

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    return record.timestampType() == TimestampType.LOG_APPEND_TIME ? record.timestamp() : UNKNOWN;
  }
}
