package io.trunkline.tagging.models;

import io.trunkline.model.InvalidInputException;
import io.trunkline.model.Model;
import io.trunkline.model.Task;
import io.trunkline.tagging.pipeline.Pipeline;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for the start model among those announced. */
final class StartModelSearch {
  private static final Logger LOG = LoggerFactory.getLogger(StartModelSearch.class);
  private static final String PUBLISH =
      "expected a model to start with: 'trunkline models publish' stores and announces one";

  private final Pipeline pipeline;
  private final AnnouncementLog log;
  private final StoredModels models;

  StartModelSearch(Pipeline pipeline, AnnouncementLog log) {
    this.pipeline = pipeline;
    this.log = log;
    this.models =
        new StoredModels(pipeline.models().store(), Set.copyOf(pipeline.labels().tasks()));
  }

  /** The newest that can be loaded. */
  StartModel newest() {
    String problem = "nothing is announced";
    Iterator<Announcement> newestFirst = log.newestFirst().iterator();
    for (int failures = 0; newestFirst.hasNext(); failures++) {
      Announcement announcement = newestFirst.next();
      try {
        return load(announcement, announcement, announcement.generation() + 1);
      } catch (IOException | InvalidInputException e) {
        LOG.warn("Cannot start with the model of generation {}", announcement.generation(), e);
        problem = failures == 0 ? "the newest cannot be loaded: " + e.getMessage() : problem;
      }
    }
    throw pipeline.invalid(
        "models.topic", "in '%s' %s, %s".formatted(pipeline.models().topic(), problem, PUBLISH));
  }

  /** The one asked for; what was announced until now does not replace it. */
  StartModel named(String digest) {
    Iterator<Announcement> newestFirst = log.newestFirst().iterator();
    Announcement configured = Announcement.configured(digest);
    Announcement newest = newestFirst.hasNext() ? newestFirst.next() : configured;
    Announcement named = newest;
    while (!names(named, digest)) {
      named = newestFirst.hasNext() ? newestFirst.next() : configured;
    }
    try {
      return load(named, newest, log.end());
    } catch (IOException | InvalidInputException e) {
      throw pipeline.invalid("models.start", e.getMessage() + ", " + PUBLISH);
    }
  }

  private static boolean names(Announcement announcement, String digest) {
    return announcement.version().digest().equals(digest);
  }

  private StartModel load(Announcement announcement, Announcement newest, long announcementsFrom)
      throws IOException {
    Model model = models.read(announcement.version().digest()).model();
    List<Task> answers = model.spec().tasks();
    List<String> tasks = pipeline.labels().tasks();
    List<String> all = answers.stream().map(Task::name).toList();
    return new StartModel(
        announcement, tasks.isEmpty() ? all : tasks, answers, newest, announcementsFrom);
  }
}
