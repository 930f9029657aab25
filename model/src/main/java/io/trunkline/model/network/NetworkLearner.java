package io.trunkline.model.network;

import io.trunkline.model.Task;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Teaches a network, a batch at a time, by changing its parameters in place. Between two batches
 * the network answers with what it has learnt so far. Confined to the network's thread.
 */
public final class NetworkLearner {
  private final Network network;
  private final LearnerSettings settings;
  private final RandomGenerator random;
  private final List<Loss> losses = new ArrayList<>();
  private final TaskFactors factors;
  private final GradientSurgery surgery;
  private final BatchGradients gradients;
  private final ParameterLearner learner;

  /**
   * Starts to teach.
   *
   * @param random decides what is dropped; ND4J's own generator is not used
   */
  public NetworkLearner(Network network, LearnerSettings settings, RandomGenerator random) {
    this.network = network;
    this.settings = settings;
    this.random = random;
    List<Task> tasks = network.spec().tasks();
    for (Task task : tasks) {
      float[] weights = settings.tasks().outputs().get(task.name());
      losses.add(Loss.of(task.kind(), settings.labelSmoothing(), weights));
    }
    factors = new TaskFactors(tasks, settings.tasks());
    surgery = new GradientSurgery(network);
    gradients = new BatchGradients(network);
    learner = new ParameterLearner(network, settings);
  }

  /**
   * Learns from a batch.
   *
   * @param batch at least one text
   * @param rate the step's learning rate
   * @return the loss before the step: each kind's own against smoothed labels, weighted, summed
   *     over tasks and divided by the number of texts
   */
  public double learn(List<LabelledText> batch, double rate) {
    Lesson lesson = Lesson.draw(readings(batch), network.spec(), settings.dropout(), random);
    TrunkInput input = lesson.input(network.parameters());
    List<TaskLoss> taskLosses = taskLosses(lesson, network.trunk().forward(input));
    float scale = 1f / lesson.size();
    List<float[]> byOutputs = new ArrayList<>();
    BitSet labelled = new BitSet();
    double loss = 0;
    for (int task = 0; task < taskLosses.size(); task++) {
      TaskLoss taskLoss = taskLosses.get(task);
      labelled.set(task, taskLoss.labelled() > 0);
      loss += factors.weighted(task, taskLoss);
      byOutputs.add(taskLoss.gradient(factors.factor(task)));
    }
    if (settings.tasks().weighting() == TaskWeighting.PCGRAD) {
      surgery.gradients(lesson, input, byOutputs, labelled, random, gradients);
    } else {
      gradients.set(network.trunk().backward(byOutputs), lesson);
    }
    factors.learn(taskLosses, scale, rate);
    learner.update(gradients, labelled, scale, rate);
    network.copyDenseToGraph();
    return loss * scale;
  }

  private List<LabelledText> readings(List<LabelledText> batch) {
    if (settings.consistency() == 0) {
      return batch;
    }
    List<LabelledText> twice = new ArrayList<>(batch);
    twice.addAll(batch);
    return twice;
  }

  private List<TaskLoss> taskLosses(Lesson lesson, List<float[]> outputs) {
    List<Task> tasks = network.spec().tasks();
    List<TaskLoss> taskLosses = new ArrayList<>();
    for (int task = 0; task < tasks.size(); task++) {
      HeadShape shape = HeadShape.of(tasks.get(task), lesson.words());
      Loss loss = losses.get(task);
      float[] output = outputs.get(task);
      taskLosses.add(
          settings.consistency() == 0
              ? TaskLoss.of(lesson.batch(), task, loss, shape, output)
              : TaskLoss.ofPairs(
                  lesson.batch(), task, loss, settings.consistency(), shape, output));
    }
    return taskLosses;
  }
}
