package io.trunkline.tagging;

import io.trunkline.model.Tagger;
import io.trunkline.model.Tagging;
import io.trunkline.model.Text;
import io.trunkline.tagging.records.Question;
import java.util.ArrayList;
import java.util.List;

/**
 * Tags a batch and, where that fails, finds the texts to blame, so that one poison text neither
 * takes others with it nor stops the job again after every restart.
 */
final class FaultIsolation {
  /** A model that cannot tag this is to blame itself. */
  static final Text HARMLESS = Text.of("Is this a question?");

  private FaultIsolation() {}

  /**
   * Tags a batch.
   *
   * @return an answer a question, in the same order
   * @throws RuntimeException the model's own, if no text of the batch can be tagged and neither can
   *     a harmless one
   */
  static List<Answer> tag(Tagger tagger, List<Question> questions) {
    try {
      return tagTogether(tagger, questions);
    } catch (RuntimeException someoneFailed) {
      return tagSingly(tagger, questions);
    }
  }

  private static List<Answer> tagTogether(Tagger tagger, List<Question> questions) {
    List<Tagging> taggings = tagger.tag(questions.stream().map(Question::text).toList());
    List<Answer> answers = new ArrayList<>(questions.size());
    for (int i = 0; i < questions.size(); i++) {
      answers.add(new Answer(questions.get(i), taggings.get(i), null));
    }
    return answers;
  }

  private static List<Answer> tagSingly(Tagger tagger, List<Question> questions) {
    List<Answer> answers = new ArrayList<>(questions.size());
    for (Question question : questions) {
      answers.add(tagAlone(tagger, question));
    }
    if (answers.stream().allMatch(answer -> answer.failure() != null)) {
      tagger.tag(List.of(HARMLESS));
    }
    return answers;
  }

  private static Answer tagAlone(Tagger tagger, Question question) {
    try {
      return tagTogether(tagger, List.of(question)).get(0);
    } catch (RuntimeException failure) {
      return new Answer(question, null, failure);
    }
  }
}
