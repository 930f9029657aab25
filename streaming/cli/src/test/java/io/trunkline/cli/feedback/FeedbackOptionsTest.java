package io.trunkline.cli.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.InvalidInputException;
import io.trunkline.schemas.avro.Feedback;
import io.trunkline.schemas.avro.LabelledSpan;
import io.trunkline.schemas.avro.OneLabel;
import io.trunkline.schemas.avro.Score;
import io.trunkline.schemas.avro.SeveralLabels;
import io.trunkline.schemas.avro.Spans;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

final class FeedbackOptionsTest {
  @Test
  void everyKindOfValueHasItsOption() {
    assertThat(value("--label", "fact")).isEqualTo(new OneLabel("fact", null));
    assertThat(value("--label", "a", "--label", "b")).isEqualTo(several("a", "b"));
    assertThat(value("--labels", "a, b")).isEqualTo(several("a", "b"));
    assertThat(value("--labels", "")).isEqualTo(several());
    assertThat(value("--score", "0.5")).isEqualTo(new Score(0.5));
    assertThat(value("--spans", "[{\"start\": 1, \"end\": 3, \"label\": \"x\"}]"))
        .isEqualTo(new Spans(List.of(new LabelledSpan(1, 3, "x", null))));
  }

  @Test
  void aTextMayComeWithItsAttributes() {
    Feedback feedback =
        parse("--label", "a", "--text", "Why?", "--attribute", "course=c1", "--solicited");

    assertThat(feedback.getText()).isEqualTo("Why?");
    assertThat(feedback.getAttributes()).containsEntry("course", "c1");
    assertThat(feedback.getSolicited()).isTrue();
  }

  @Test
  void twoWaysToSayItAreRefused() {
    assertThatThrownBy(() -> value("--label", "a", "--labels", "b"))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> value("--label", "a", "--score", "1"))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void withoutAnyOfThemStandardInputIsMeant() {
    assertThat(options().given()).isFalse();
    assertThat(options("--solicited").given()).isTrue();
    assertThat(options("--task", "t").given()).isTrue();
  }

  private static SeveralLabels several(String... labels) {
    return new SeveralLabels(Stream.of(labels).map(label -> new OneLabel(label, null)).toList());
  }

  private static Object value(String... arguments) {
    return parse(arguments).getValue();
  }

  private static Feedback parse(String... arguments) {
    String[] all =
        Stream.concat(Stream.of("--event", "q1", "--task", "t"), Stream.of(arguments))
            .toArray(String[]::new);
    return new FeedbackLine("ann", Instant.EPOCH).feedback(options(all).toJson());
  }

  private static FeedbackOptions options(String... arguments) {
    Holder holder = new Holder();
    new CommandLine(holder).parseArgs(arguments);
    return holder.options;
  }

  @Command(name = "holder")
  private static final class Holder {
    @CommandLine.Mixin private FeedbackOptions options;
  }
}
