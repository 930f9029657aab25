package io.trunkline.feedback.join;

import io.trunkline.feedback.intake.DeadLetters;
import java.time.Duration;

/** What an event is judged by. */
record JoinRules(Duration timeToLive, Outcomes outcomes, DeadLetters deadLetters) {
  static JoinRules of(JoinSettings settings) {
    return new JoinRules(
        settings.timeToLive(),
        new Outcomes(settings.scoreTolerance()),
        new DeadLetters(settings.maxInputBytes()));
  }
}
