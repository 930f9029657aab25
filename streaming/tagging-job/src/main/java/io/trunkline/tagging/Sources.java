package io.trunkline.tagging;

import io.trunkline.tagging.models.Announcement;
import io.trunkline.tagging.records.Intake;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;

/**
 * Where the workflow reads.
 *
 * @param questions the records to tag, decoded
 * @param eventTime their event time
 * @param announcements models announced after the start model, in the order of their generations
 */
public record Sources(
    Source<Intake, ?, ?> questions,
    WatermarkStrategy<Intake> eventTime,
    Source<Announcement, ?, ?> announcements) {}
