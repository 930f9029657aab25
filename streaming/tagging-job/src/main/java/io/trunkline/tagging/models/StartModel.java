package io.trunkline.tagging.models;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Task;
import io.trunkline.tagging.pipeline.Models;
import io.trunkline.tagging.pipeline.Pipeline;
import java.util.List;

/**
 * The model that a job begins with. It is found, read and verified before the job's graph is built,
 * since a running job cannot hold questions back until there is a model.
 *
 * @param announcement its announcement
 * @param tasks the tasks to emit: the pipeline's, or where it names none the model's
 * @param answers every task of the model
 * @param newest the last announcement on the topic, or the model's own where it is the last
 * @param announcementsFrom the offset from which the job itself reads announcements
 */
public record StartModel(
    Announcement announcement,
    List<String> tasks,
    List<Task> answers,
    Announcement newest,
    long announcementsFrom) {
  public StartModel {
    tasks = List.copyOf(tasks);
    answers = List.copyOf(answers);
  }

  /**
   * Finds the start model of a pipeline: the one it names, or else the newest announced that can be
   * loaded. Newer ones that cannot be are left for the job to go on trying, as if they had been
   * announced while it ran.
   *
   * @throws InvalidInputException if there is none
   * @throws org.apache.kafka.common.KafkaException if the models topic cannot be read
   */
  public static StartModel find(Pipeline pipeline) {
    String start = pipeline.models().start();
    try (AnnouncementLog log = AnnouncementLog.of(pipeline)) {
      StartModelSearch search = new StartModelSearch(pipeline, log);
      return start.equals(Models.NEWEST) ? search.newest() : search.named(start);
    }
  }
}
