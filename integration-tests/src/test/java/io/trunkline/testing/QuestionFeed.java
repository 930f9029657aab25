package io.trunkline.testing;

import io.trunkline.schemas.avro.TextEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Asks questions at a steady pace, on a thread of its own, until it is told to stop. */
public final class QuestionFeed implements AutoCloseable {
  private static final int TICK_MILLIS = 20;

  private final CountDownLatch stop = new CountDownLatch(1);
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Future<List<String>> asked;

  private QuestionFeed(Scenario scenario, int perTick) {
    this.asked = thread.submit(() -> askUntilStopped(scenario, perTick));
  }

  /** Starts one that asks about so many questions a second. */
  public static QuestionFeed start(Scenario scenario, int perSecond) {
    return new QuestionFeed(scenario, perSecond * TICK_MILLIS / 1000);
  }

  private List<String> askUntilStopped(Scenario scenario, int perTick) throws Exception {
    List<String> ids = new ArrayList<>();
    while (!stop.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
      List<TextEvent> events = Events.range(ids.size(), ids.size() + perTick);
      scenario.ask(events);
      events.forEach(event -> ids.add(event.getId()));
    }
    return ids;
  }

  /** Stops it, and returns the ids of all that was asked. */
  public List<String> stop() throws Exception {
    stop.countDown();
    return asked.get();
  }

  @Override
  public void close() {
    stop.countDown();
    thread.shutdown();
  }
}
