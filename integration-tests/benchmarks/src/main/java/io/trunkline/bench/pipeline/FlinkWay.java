package io.trunkline.bench.pipeline;

import io.trunkline.cli.job.JobSubmission;
import io.trunkline.cli.job.LocalCluster;
import io.trunkline.model.Tagger;
import io.trunkline.tagging.JobOptions;
import io.trunkline.tagging.models.TaggerSource;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The job that production runs, until it has tagged all; with the model, or with none. */
final class FlinkWay implements Way {
  /** The job's operators are made from bytes, in this process: they find it here. */
  private static final AtomicReference<Stopwatch> STOPWATCH = new AtomicReference<>();

  private final Course course;
  private final LocalCluster cluster;
  private final boolean tags;

  FlinkWay(Course course, LocalCluster cluster, boolean tags) {
    this.course = course;
    this.cluster = cluster;
    this.tags = tags;
  }

  /** The models' taggers, watched. */
  private record Source(TaggerSource models, boolean tags) implements TaggerSource {
    private static final long serialVersionUID = 1L;

    @Override
    public Tagger load(String digest) throws IOException {
      Tagger tagger = models.load(digest);
      Stopwatch stopwatch = Objects.requireNonNull(STOPWATCH.get());
      if (tags) {
        return new WatchedTagger(tagger, stopwatch);
      }
      try (tagger) {
        return new WatchedTagger(NoTagger.like(tagger), stopwatch);
      }
    }
  }

  @Override
  public Stopwatch.Speed run(Stopwatch stopwatch) throws Exception {
    STOPWATCH.set(stopwatch);
    JobSubmission.local(cluster)
        .submit(course.pipeline(), new JobOptions(true, null), models -> new Source(models, tags))
        .awaitEnd();
    return stopwatch.stop();
  }
}
